//! What was measured, as numbers and as text.

use std::fmt::Write;

use serde::Serialize;

use super::contender::BASELINE;

/// A table of measurements, for people and for programs.
#[derive(Debug, Serialize)]
pub struct Table {
    pub title: String,
    /// What was measured, and how.
    pub about: String,
    pub columns: Vec<String>,
    pub rows: Vec<Row>,
}

#[derive(Debug, Serialize)]
pub struct Row {
    pub name: String,
    /// One for each column, if it was measured.
    pub cells: Vec<Option<Cell>>,
}

/// The same measured several times.
#[derive(Clone, Debug, Serialize)]
pub struct Cell {
    pub median: f64,
    pub least: f64,
    pub most: f64,
    pub runs: usize,
    /// How many times the baseline's median this one's is.
    pub ratio: Option<f64>,
}

impl Cell {
    /// None if nothing was measured.
    pub fn of(mut values: Vec<f64>) -> Option<Self> {
        values.sort_by(f64::total_cmp);
        let (&least, &most) = (values.first()?, values.last()?);
        let middle = values.len() / 2;
        let median = if values.len() % 2 == 1 {
            values[middle]
        } else {
            values[middle - 1].midpoint(values[middle])
        };
        Some(Self {
            median,
            least,
            most,
            runs: values.len(),
            ratio: None,
        })
    }
}

impl Table {
    pub fn new(title: impl Into<String>, about: &str, columns: Vec<String>) -> Self {
        Self {
            title: title.into(),
            about: about.to_owned(),
            columns,
            rows: Vec::new(),
        }
    }

    pub fn push(&mut self, name: impl Into<String>, cells: Vec<Option<Cell>>) {
        let name = name.into();
        self.rows.push(Row { name, cells });
    }

    /// Compares each cell with the baseline's of its column.
    pub fn with_ratios(mut self) -> Self {
        let Some(row) = self.rows.iter().find(|row| row.name == BASELINE) else {
            return self;
        };
        let baseline = row.cells.clone();
        for row in &mut self.rows {
            for (cell, base) in row.cells.iter_mut().zip(&baseline) {
                if let (Some(cell), Some(base)) = (cell, base) {
                    cell.ratio = Some(cell.median / base.median);
                }
            }
        }
        self
    }

    /// The table in Markdown, its columns aligned.
    pub fn markdown(&self) -> String {
        let head = std::iter::once(String::new()).chain(self.columns.iter().cloned());
        let mut lines: Vec<Vec<String>> = vec![head.collect()];
        for row in &self.rows {
            let cells = row.cells.iter().map(cell_text);
            lines.push(std::iter::once(row.name.clone()).chain(cells).collect());
        }
        let width = |column: usize| {
            let cells = lines.iter().filter_map(|line| line.get(column));
            cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
        };
        let widths: Vec<_> = (0..=self.columns.len()).map(width).collect();
        let mut text = format!("### {}\n\n{}\n\n", self.title, self.about);
        for (number, line) in lines.iter().enumerate() {
            for (cell, width) in line.iter().zip(&widths) {
                let _ = write!(text, "| {cell:<width$} ");
            }
            text.push_str("|\n");
            if number == 0 {
                for (column, width) in widths.iter().enumerate() {
                    let end = if column == 0 { "-" } else { ":" };
                    let _ = write!(text, "|{}{end}", "-".repeat(width + 1));
                }
                text.push_str("|\n");
            }
        }
        text
    }
}

/// The median, the range, how often it was measured if that was once, and the ratio.
fn cell_text(cell: &Option<Cell>) -> String {
    let Some(cell) = cell else {
        return "–".to_owned();
    };
    let mut text = number(cell.median);
    if cell.least < cell.most {
        let _ = write!(text, " ({}–{})", number(cell.least), number(cell.most));
    }
    if let Some(ratio) = cell.ratio {
        let _ = write!(text, ", {} ×", number(ratio));
    }
    text
}

/// Three digits, or all that stand before the point; a whole number as it is.
fn number(value: f64) -> String {
    let decimals = match value.abs() {
        whole if whole.fract() == 0.0 => 0,
        100.0.. => 0,
        10.0.. => 1,
        1.0.. => 2,
        0.1.. => 3,
        _ => 4,
    };
    let text = format!("{value:.decimals$}");
    let (whole, rest) = text.split_at(text.find('.').unwrap_or(text.len()));
    let (sign, digits) = whole.split_at(usize::from(whole.starts_with('-')));
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    format!("{sign}{grouped}{rest}")
}

/// A number of tasks as the head of a column.
pub fn tasks(count: u32) -> String {
    format!("{} tasks", number(count.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_three_digits() {
        let texts = [0.0, 0.01234, 0.5, -1.239, 59.04, 999.6, 1234567.8].map(number);
        assert_eq!(
            texts,
            [
                "0",
                "0.0123",
                "0.500",
                "-1.24",
                "59.0",
                "1,000",
                "1,234,568"
            ]
        );
    }

    #[test]
    fn a_table_shows_medians_ranges_and_ratios() {
        let mut table = Table::new("Speed", "In ms.", vec!["a".into(), "b".into()]);
        table.push(BASELINE, vec![Cell::of(vec![3.0, 1.0, 2.0]), None]);
        table.push("ours", vec![Cell::of(vec![1.0]), Cell::of(vec![1.0, 2.0])]);
        let expected = "\
### Speed

In ms.

|                  | a            | b          |
|------------------|-------------:|-----------:|
| plain JavaScript | 2 (1–3), 1 × | –          |
| ours             | 1, 0.500 ×   | 1.50 (1–2) |
";
        assert_eq!(table.with_ratios().markdown(), expected);
    }
}
