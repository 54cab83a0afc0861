//! Identifiers as small numbers, so that comparing two of them is comparing numbers.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use crate::values::text::Text;

/// An identifier: the name of a variable, an attribute, a keyword argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name(pub u32);

#[derive(Clone, Debug, Default)]
struct Table {
    texts: Vec<Rc<str>>,
    /// The same as values, of those that a program has asked for.
    values: Vec<Option<Rc<Text>>>,
    numbers: HashMap<Rc<str>, Name>,
}

/// All identifiers that were ever seen.
///
/// It only grows, and clones of a machine share it: a number stands for the same
/// text in all of them.
#[derive(Clone, Debug)]
pub struct Names(Rc<RefCell<Table>>);

impl Names {
    /// The same names, which grow by themselves from now on.
    pub fn separate(&self) -> Names {
        Names(Rc::new(RefCell::new(self.0.borrow().clone())))
    }

    /// The number of a text.
    pub fn name(&self, text: &str) -> Name {
        let mut table = self.0.borrow_mut();
        if let Some(&name) = table.numbers.get(text) {
            return name;
        }
        let name = Name(table.texts.len() as u32);
        let text: Rc<str> = text.into();
        table.texts.push(text.clone());
        table.values.push(None);
        table.numbers.insert(text, name);
        name
    }

    /// The number of a text that has been an identifier before.
    pub fn find(&self, text: &str) -> Option<Name> {
        self.0.borrow().numbers.get(text).copied()
    }

    /// The text of a name.
    pub fn text(&self, name: Name) -> Rc<str> {
        self.0.borrow().texts[name.0 as usize].clone()
    }
}

impl Names {
    /// The text of a name as Python has it: the same each time.
    pub fn value(&self, name: Name) -> Rc<Text> {
        let mut table = self.0.borrow_mut();
        let Table { texts, values, .. } = &mut *table;
        let place = name.0 as usize;
        let value = values[place].get_or_insert_with(|| Text::new(&*texts[place]));
        Rc::clone(value)
    }
}

/// Defines the names that the machine itself looks up, numbered from zero.
macro_rules! known {
    ($($constant:ident $text:literal)*) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        enum Number { $($constant),* }

        impl Name {
            $(
                #[doc = concat!("`", $text, "`")]
                pub const $constant: Name = Name(Number::$constant as u32);
            )*
        }

        const KNOWN: &[&str] = &[$($text),*];
    };
}

known! {
    ABS "__abs__" ADD "__add__" AENTER "__aenter__" AEXIT "__aexit__" AITER "__aiter__"
    ALL "__all__" AND "__and__" ANEXT "__anext__" ANNOTATIONS "__annotations__"
    AWAIT "__await__" BASES "__bases__" BOOL "__bool__" BUILTINS "builtins" BYTES "__bytes__"
    CALL "__call__" CAUSE "__cause__" CLASS "__class__" CLASS_CELL "__classcell__"
    CLASS_GETITEM "__class_getitem__" CLOSE "close" CODE "__code__" COMPLEX "__complex__"
    CONTAINS "__contains__" CONTEXT "__context__" DEFAULTS "__defaults__" DELATTR "__delattr__"
    DELETE "__delete__" DELITEM "__delitem__" DICT "__dict__" DIR "__dir__" DIVMOD "__divmod__"
    DOC "__doc__" ENTER "__enter__" EQ "__eq__" EXIT "__exit__" FILE "__file__"
    FLOAT "__float__" FLOORDIV "__floordiv__" FORMAT "__format__" FUNC "__func__" GE "__ge__"
    GET "__get__" GETATTR "__getattr__" GETATTRIBUTE "__getattribute__" GETITEM "__getitem__"
    GLOBALS "__globals__" GT "__gt__" HASH "__hash__" IADD "__iadd__" IAND "__iand__"
    IFLOORDIV "__ifloordiv__" ILSHIFT "__ilshift__" IMATMUL "__imatmul__" IMOD "__imod__"
    IMUL "__imul__" INDEX "__index__" INIT "__init__" INIT_SUBCLASS "__init_subclass__"
    INSTANCECHECK "__instancecheck__" INT "__int__" INVERT "__invert__" IOR "__ior__"
    IPOW "__ipow__" IRSHIFT "__irshift__" ISUB "__isub__" ITER "__iter__"
    ITRUEDIV "__itruediv__" IXOR "__ixor__" KEYS "keys" KWDEFAULTS "__kwdefaults__" LE "__le__"
    LEN "__len__" LENGTH_HINT "__length_hint__" LSHIFT "__lshift__" LT "__lt__" MAIN "__main__"
    MATCH_ARGS "__match_args__" MATMUL "__matmul__" METACLASS "metaclass" MISSING "__missing__"
    MOD "__mod__" MODULE "__module__" MRO "__mro__" MRO_METHOD "mro" MUL "__mul__"
    NAME "__name__" NE "__ne__" NEG "__neg__" NEW "__new__" NEXT "__next__" NOTES "__notes__"
    OR "__or__" POS "__pos__" POW "__pow__" PREPARE "__prepare__" QUALNAME "__qualname__"
    RADD "__radd__" RAND "__rand__" RDIVMOD "__rdivmod__" REPR "__repr__"
    REVERSED "__reversed__" RFLOORDIV "__rfloordiv__" RLSHIFT "__rlshift__"
    RMATMUL "__rmatmul__" RMOD "__rmod__" RMUL "__rmul__" ROR "__ror__" ROUND "__round__"
    RPOW "__rpow__" RRSHIFT "__rrshift__" RSHIFT "__rshift__" RSUB "__rsub__"
    RTRUEDIV "__rtruediv__" RXOR "__rxor__" SELF "__self__" SEND "send" SET "__set__"
    SETATTR "__setattr__" SETITEM "__setitem__" SET_NAME "__set_name__" SLOTS "__slots__"
    STR "__str__" SUB "__sub__" SUBCLASSCHECK "__subclasscheck__" SUPER "super"
    SUPPRESS_CONTEXT "__suppress_context__" THROW "throw" TRACEBACK "__traceback__"
    TRUEDIV "__truediv__" WRAPPED "__wrapped__" XOR "__xor__"
    ARGS "args" VALUE "value" FGET "fget" FSET "fset" FDEL "fdel" START "start" STOP "stop"
    STEP "step" CODE_ATTR "code" REAL "real" IMAG "imag" NUMERATOR "numerator"
    DENOMINATOR "denominator" KEY "key" REVERSE "reverse" SEP "sep" END "end"
    DEFAULT "default" ENCODING "encoding" ERRORS "errors" BASE "base" DOC_STRING "doc"
}

impl Default for Names {
    fn default() -> Self {
        let names = Names(Rc::default());
        for text in KNOWN {
            names.name(text);
        }
        names
    }
}
