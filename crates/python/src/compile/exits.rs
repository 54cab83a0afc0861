//! The ways out: `return`, `break` and `continue`, through all that has to be
//! left in order.

use ruff_python_ast::StmtReturn;
use ruff_text_size::TextRange;

use super::Compiler;
use super::block::Block;
use super::error::{Result, error};
use super::scope::Kind;
use crate::code::Makes;
use crate::code::instr::Instr;

/// What is around a statement that leads out of it.
struct Inside<'a> {
    blocks: Vec<Block<'a>>,
    depth: usize,
}

impl<'a> Compiler<'a> {
    /// `return`
    pub fn return_stmt(&mut self, stmt: &'a StmtReturn) -> Result<()> {
        let scope = self.unit().scope;
        if self.scopes.all[scope].kind != Kind::Function {
            return error("'return' outside function", stmt.range);
        }
        let inside = self.inside();
        if let Some(value) = &stmt.value {
            if self.unit().makes == Makes::AsyncGenerator {
                return error("'return' with value in async generator", stmt.range);
            }
            self.expr(value)?;
            self.leave(true, 0)?;
        } else {
            self.leave(false, 0)?;
            self.emit(Instr::None);
        }
        self.at(stmt.range);
        self.emit(Instr::Return);
        self.back_inside(inside, 0);
        Ok(())
    }

    /// `break`
    pub fn break_stmt(&mut self, range: TextRange) -> Result<()> {
        let Some((place, _, end)) = self.innermost_loop() else {
            return error("'break' outside loop", range);
        };
        // It leaves the loop itself as well.
        let inside = self.inside();
        self.leave(false, place)?;
        self.jump(Instr::Jump, end);
        self.back_inside(inside, place);
        Ok(())
    }

    /// `continue`
    pub fn continue_stmt(&mut self, range: TextRange) -> Result<()> {
        let Some((place, next, _)) = self.innermost_loop() else {
            return error("'continue' not properly in loop", range);
        };
        let inside = self.inside();
        self.leave(false, place + 1)?;
        self.jump(Instr::JumpBack, next);
        self.back_inside(inside, place + 1);
        Ok(())
    }

    fn innermost_loop(&mut self) -> Option<(usize, super::unit::Label, super::unit::Label)> {
        let blocks = self.unit().blocks.iter().enumerate().rev();
        blocks.into_iter().find_map(|(place, block)| match block {
            Block::Loop { next, end, .. } => Some((place, *next, *end)),
            _ => None,
        })
    }

    /// Where the way out begins.
    fn inside(&mut self) -> Inside<'a> {
        Inside {
            blocks: self.unit().blocks.clone(),
            depth: self.unit().depth(),
        }
    }

    /// Goes on to compile what stands behind the way out, as if nothing had been
    /// left.
    fn back_inside(&mut self, inside: Inside<'a>, down_to: usize) {
        for block in &inside.blocks[down_to..] {
            if let Some(region) = region_of(block) {
                self.unit().reopen(region);
            }
        }
        self.unit().blocks = inside.blocks;
        self.unit().set_depth(inside.depth);
    }

    /// Leaves all blocks from the innermost down to one; a value on the stack may
    /// have to be kept.
    fn leave(&mut self, keeps_value: bool, down_to: usize) -> Result<()> {
        while self.unit().blocks.len() > down_to {
            let block = self.unit().blocks.pop().expect("there is a block");
            if let Some(region) = region_of(&block) {
                self.unit().close(region);
            }
            let from_below = |this: &mut Self, instrs: &[Instr]| {
                for &instr in instrs {
                    if keeps_value {
                        this.emit(Instr::Swap(1));
                    }
                    this.emit(instr);
                }
            };
            match block {
                Block::Loop { has_iterator, .. } => {
                    if has_iterator {
                        from_below(self, &[Instr::Pop]);
                    }
                }
                Block::Try(_) => {}
                Block::Operands(count) => from_below(self, &vec![Instr::Pop; count]),
                Block::Finally(_, body) => {
                    if keeps_value {
                        self.unit().blocks.push(Block::Operands(1));
                    }
                    self.body(body)?;
                    if keeps_value {
                        self.unit().blocks.pop();
                    }
                }
                Block::Handler(_) => from_below(self, &[Instr::Handled]),
                Block::FinallyHandler(_) => from_below(self, &[Instr::Pop, Instr::Handled]),
                Block::GroupHandler(_) => {
                    from_below(self, &[Instr::Pop, Instr::Pop, Instr::Pop, Instr::Handled]);
                }
                Block::ExceptName(_, name) => {
                    let name = self.name(name);
                    self.forget(name);
                }
                Block::With {
                    is_async, range, ..
                } => {
                    let before = self.at(range);
                    if keeps_value {
                        self.emit(Instr::Swap(1));
                    }
                    self.leave_with(is_async);
                    self.unit().span = before;
                }
            }
        }
        Ok(())
    }

    /// Calls `__exit__` without an exception.
    pub fn leave_with(&mut self, is_async: bool) {
        if is_async {
            self.emit(Instr::AsyncExit);
            self.await_top();
        } else {
            self.emit(Instr::Exit);
        }
        self.emit(Instr::Pop);
    }
}

fn region_of(block: &Block) -> Option<super::unit::Region> {
    match block {
        Block::Try(region)
        | Block::Finally(region, _)
        | Block::ExceptName(region, _)
        | Block::Handler(region)
        | Block::FinallyHandler(region)
        | Block::GroupHandler(region)
        | Block::With { region, .. } => Some(*region),
        Block::Loop { .. } | Block::Operands(_) => None,
    }
}
