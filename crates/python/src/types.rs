//! The builtin classes, whose places in the heap are fixed.

use crate::values::ObjId;

/// A builtin class as it is defined.
#[derive(Debug)]
pub struct Builtin {
    pub name: &'static str,
    pub base: ObjId,
    /// The module that its full name begins with.
    pub module: &'static str,
}

macro_rules! types {
    ($($constant:ident $name:literal $base:ident $module:literal)*) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        enum Number { $($constant),* }

        $(
            #[doc = concat!("`", $name, "`")]
            pub const $constant: ObjId = ObjId(Number::$constant as u32);
        )*

        /// All of them, in the order of their places.
        pub const ALL: &[Builtin] = &[
            $(Builtin { name: $name, base: $base, module: $module }),*
        ];
    };
}

types! {
    OBJECT "object" OBJECT "builtins"
    TYPE "type" OBJECT "builtins"
    INT "int" OBJECT "builtins"
    BOOL "bool" INT "builtins"
    FLOAT "float" OBJECT "builtins"
    COMPLEX "complex" OBJECT "builtins"
    STR "str" OBJECT "builtins"
    BYTES "bytes" OBJECT "builtins"
    BYTEARRAY "bytearray" OBJECT "builtins"
    LIST "list" OBJECT "builtins"
    TUPLE "tuple" OBJECT "builtins"
    DICT "dict" OBJECT "builtins"
    SET "set" OBJECT "builtins"
    FROZENSET "frozenset" OBJECT "builtins"
    RANGE "range" OBJECT "builtins"
    SLICE "slice" OBJECT "builtins"
    NONE "NoneType" OBJECT "builtins"
    NOT_IMPLEMENTED "NotImplementedType" OBJECT "builtins"
    ELLIPSIS "ellipsis" OBJECT "builtins"
    FUNCTION "function" OBJECT "builtins"
    NATIVE "builtin_function_or_method" OBJECT "builtins"
    METHOD "method" OBJECT "builtins"
    METHOD_DESCRIPTOR "method_descriptor" OBJECT "builtins"
    CELL "cell" OBJECT "builtins"
    CODE "code" OBJECT "builtins"
    MODULE "module" OBJECT "builtins"
    GENERATOR "generator" OBJECT "builtins"
    COROUTINE "coroutine" OBJECT "builtins"
    ASYNC_GENERATOR "async_generator" OBJECT "builtins"
    ASYNC_STEP "async_generator_asend" OBJECT "builtins"
    PROPERTY "property" OBJECT "builtins"
    STATICMETHOD "staticmethod" OBJECT "builtins"
    CLASSMETHOD "classmethod" OBJECT "builtins"
    SUPER "super" OBJECT "builtins"
    TRACEBACK "traceback" OBJECT "builtins"
    MAPPINGPROXY "mappingproxy" OBJECT "builtins"
    DICT_KEYS "dict_keys" OBJECT "builtins"
    DICT_VALUES "dict_values" OBJECT "builtins"
    DICT_ITEMS "dict_items" OBJECT "builtins"
    DICT_KEY_ITERATOR "dict_keyiterator" OBJECT "builtins"
    DICT_VALUE_ITERATOR "dict_valueiterator" OBJECT "builtins"
    DICT_ITEM_ITERATOR "dict_itemiterator" OBJECT "builtins"
    LIST_ITERATOR "list_iterator" OBJECT "builtins"
    LIST_REVERSE_ITERATOR "list_reverseiterator" OBJECT "builtins"
    TUPLE_ITERATOR "tuple_iterator" OBJECT "builtins"
    STR_ITERATOR "str_iterator" OBJECT "builtins"
    BYTES_ITERATOR "bytes_iterator" OBJECT "builtins"
    RANGE_ITERATOR "range_iterator" OBJECT "builtins"
    SET_ITERATOR "set_iterator" OBJECT "builtins"
    ZIP "zip" OBJECT "builtins"
    ENUMERATE "enumerate" OBJECT "builtins"
    MAP "map" OBJECT "builtins"
    FILTER "filter" OBJECT "builtins"
    REVERSED "reversed" OBJECT "builtins"
    DEQUE "deque" OBJECT "collections"
    DEQUE_ITERATOR "_deque_iterator" OBJECT "_collections"
    MEMBER "member_descriptor" OBJECT "builtins"
    BASE_EXCEPTION "BaseException" OBJECT "builtins"
    SYSTEM_EXIT "SystemExit" BASE_EXCEPTION "builtins"
    KEYBOARD_INTERRUPT "KeyboardInterrupt" BASE_EXCEPTION "builtins"
    GENERATOR_EXIT "GeneratorExit" BASE_EXCEPTION "builtins"
    BASE_EXCEPTION_GROUP "BaseExceptionGroup" BASE_EXCEPTION "builtins"
    EXCEPTION "Exception" BASE_EXCEPTION "builtins"
    EXCEPTION_GROUP "ExceptionGroup" BASE_EXCEPTION_GROUP "builtins"
    STOP_ITERATION "StopIteration" EXCEPTION "builtins"
    STOP_ASYNC_ITERATION "StopAsyncIteration" EXCEPTION "builtins"
    ARITHMETIC_ERROR "ArithmeticError" EXCEPTION "builtins"
    FLOATING_POINT_ERROR "FloatingPointError" ARITHMETIC_ERROR "builtins"
    OVERFLOW_ERROR "OverflowError" ARITHMETIC_ERROR "builtins"
    ZERO_DIVISION_ERROR "ZeroDivisionError" ARITHMETIC_ERROR "builtins"
    ASSERTION_ERROR "AssertionError" EXCEPTION "builtins"
    ATTRIBUTE_ERROR "AttributeError" EXCEPTION "builtins"
    BUFFER_ERROR "BufferError" EXCEPTION "builtins"
    EOF_ERROR "EOFError" EXCEPTION "builtins"
    IMPORT_ERROR "ImportError" EXCEPTION "builtins"
    MODULE_NOT_FOUND_ERROR "ModuleNotFoundError" IMPORT_ERROR "builtins"
    LOOKUP_ERROR "LookupError" EXCEPTION "builtins"
    INDEX_ERROR "IndexError" LOOKUP_ERROR "builtins"
    KEY_ERROR "KeyError" LOOKUP_ERROR "builtins"
    MEMORY_ERROR "MemoryError" EXCEPTION "builtins"
    NAME_ERROR "NameError" EXCEPTION "builtins"
    UNBOUND_LOCAL_ERROR "UnboundLocalError" NAME_ERROR "builtins"
    OS_ERROR "OSError" EXCEPTION "builtins"
    BLOCKING_IO_ERROR "BlockingIOError" OS_ERROR "builtins"
    CHILD_PROCESS_ERROR "ChildProcessError" OS_ERROR "builtins"
    CONNECTION_ERROR "ConnectionError" OS_ERROR "builtins"
    BROKEN_PIPE_ERROR "BrokenPipeError" CONNECTION_ERROR "builtins"
    CONNECTION_ABORTED_ERROR "ConnectionAbortedError" CONNECTION_ERROR "builtins"
    CONNECTION_REFUSED_ERROR "ConnectionRefusedError" CONNECTION_ERROR "builtins"
    CONNECTION_RESET_ERROR "ConnectionResetError" CONNECTION_ERROR "builtins"
    FILE_EXISTS_ERROR "FileExistsError" OS_ERROR "builtins"
    FILE_NOT_FOUND_ERROR "FileNotFoundError" OS_ERROR "builtins"
    INTERRUPTED_ERROR "InterruptedError" OS_ERROR "builtins"
    IS_A_DIRECTORY_ERROR "IsADirectoryError" OS_ERROR "builtins"
    NOT_A_DIRECTORY_ERROR "NotADirectoryError" OS_ERROR "builtins"
    PERMISSION_ERROR "PermissionError" OS_ERROR "builtins"
    PROCESS_LOOKUP_ERROR "ProcessLookupError" OS_ERROR "builtins"
    TIMEOUT_ERROR "TimeoutError" OS_ERROR "builtins"
    REFERENCE_ERROR "ReferenceError" EXCEPTION "builtins"
    RUNTIME_ERROR "RuntimeError" EXCEPTION "builtins"
    NOT_IMPLEMENTED_ERROR "NotImplementedError" RUNTIME_ERROR "builtins"
    RECURSION_ERROR "RecursionError" RUNTIME_ERROR "builtins"
    SYNTAX_ERROR "SyntaxError" EXCEPTION "builtins"
    INDENTATION_ERROR "IndentationError" SYNTAX_ERROR "builtins"
    TAB_ERROR "TabError" INDENTATION_ERROR "builtins"
    SYSTEM_ERROR "SystemError" EXCEPTION "builtins"
    TYPE_ERROR "TypeError" EXCEPTION "builtins"
    VALUE_ERROR "ValueError" EXCEPTION "builtins"
    UNICODE_ERROR "UnicodeError" VALUE_ERROR "builtins"
    UNICODE_DECODE_ERROR "UnicodeDecodeError" UNICODE_ERROR "builtins"
    UNICODE_ENCODE_ERROR "UnicodeEncodeError" UNICODE_ERROR "builtins"
    UNICODE_TRANSLATE_ERROR "UnicodeTranslateError" UNICODE_ERROR "builtins"
    WARNING "Warning" EXCEPTION "builtins"
    BYTES_WARNING "BytesWarning" WARNING "builtins"
    DEPRECATION_WARNING "DeprecationWarning" WARNING "builtins"
    FUTURE_WARNING "FutureWarning" WARNING "builtins"
    IMPORT_WARNING "ImportWarning" WARNING "builtins"
    PENDING_DEPRECATION_WARNING "PendingDeprecationWarning" WARNING "builtins"
    RESOURCE_WARNING "ResourceWarning" WARNING "builtins"
    RUNTIME_WARNING "RuntimeWarning" WARNING "builtins"
    SYNTAX_WARNING "SyntaxWarning" WARNING "builtins"
    UNICODE_WARNING "UnicodeWarning" WARNING "builtins"
    USER_WARNING "UserWarning" WARNING "builtins"
    ENCODING_WARNING "EncodingWarning" WARNING "builtins"
}
