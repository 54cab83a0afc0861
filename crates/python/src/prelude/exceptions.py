"""Exceptions: groups, and how they are reported."""


def _raise_class_from(cls, cause):
    raise cls() from cause


def _exception_text(error):
    if isinstance(error, SyntaxError):
        filename = getattr(error, 'filename', None)
        lineno = getattr(error, 'lineno', None)
        message = str(error.args[0]) if error.args else 'None'
        if filename is not None and lineno is not None:
            return f'{message} ({filename.split("/")[-1]}, line {lineno})'
        if lineno is not None:
            return f'{message} (line {lineno})'
        return message
    if isinstance(error, BaseExceptionGroup):
        count = len(error.exceptions)
        plural = '' if count == 1 else 's'
        return f'{error.message} ({count} sub-exception{plural})'
    args = error.args
    if isinstance(error, OSError) and len(args) in (2, 3):
        if len(args) == 3 and args[2] is not None:
            return f'[Errno {args[0]}] {args[1]}: {args[2]!r}'
        return f'[Errno {args[0]}] {args[1]}'
    if not args:
        return ''
    return str(args[0]) if len(args) == 1 else str(args)


def _new_group(cls, message, exceptions):
    if not isinstance(message, str):
        raise TypeError(
            f'argument 1 must be str, not {_metaclass_of(message).__name__}')
    given, exceptions = exceptions, list(exceptions)
    if not exceptions:
        raise ValueError('second argument (exceptions) must be a non-empty sequence')
    for index, error in enumerate(exceptions):
        if not isinstance(error, BaseException):
            raise ValueError(f'Item {index} of second argument (exceptions) is not an exception')
    plain = all([isinstance(error, Exception) for error in exceptions])
    if cls is BaseExceptionGroup and plain:
        cls = ExceptionGroup
    elif issubclass(cls, Exception) and not plain:
        raise TypeError('Cannot nest BaseExceptions in an ExceptionGroup')
    return _raw_exception(cls, (message, given))


def _group_derive(group, exceptions):
    return BaseExceptionGroup(group.message, exceptions)


def _derived(group, exceptions):
    made = group.derive(exceptions)
    _copy_traceback(group, made)
    if hasattr(group, '__notes__'):
        made.__notes__ = list(group.__notes__)
    return made


def _fits(condition, error):
    if isinstance(condition, (type, tuple)):
        return isinstance(error, condition)
    return bool(condition(error))


def _group_split(group, condition):
    if _fits(condition, group):
        return group, None
    inside, outside = [], []
    for error in group.exceptions:
        if isinstance(error, BaseExceptionGroup):
            match, rest = _group_split(error, condition)
            if match is not None:
                inside.append(match)
            if rest is not None:
                outside.append(rest)
        elif _fits(condition, error):
            inside.append(error)
        else:
            outside.append(error)
    return (_derived(group, inside) if inside else None,
            _derived(group, outside) if outside else None)


def _group_subgroup(group, condition):
    return _group_split(group, condition)[0]


def _split_group(rest, classes):
    """What is left over of a group, and what `except*` with these classes takes."""
    if rest is None:
        return None, None
    for cls in classes if isinstance(classes, tuple) else (classes,):
        if not (isinstance(cls, type) and issubclass(cls, BaseException)):
            raise TypeError(
                'catching classes that do not inherit from BaseException is not allowed')
        if issubclass(cls, BaseExceptionGroup):
            raise TypeError('catching ExceptionGroup with except* is not allowed. Use except instead.')
    if isinstance(rest, BaseExceptionGroup):
        match, left = _group_split(rest, classes)
        return left, match
    if isinstance(rest, classes):
        group = ExceptionGroup('', (rest,))
        return None, group
    return rest, None


def _join_group(original, raised, rest):
    """What `except*` raises in the end, or `None`."""
    if not raised:
        return rest
    fresh = [error for error in raised if error is not rest]
    if rest is not None:
        fresh.append(rest)
    if len(fresh) == 1 and rest is None and not isinstance(original, BaseExceptionGroup):
        return fresh[0]
    return ExceptionGroup('', fresh)


def _exception_line(error):
    name = _full_name(_metaclass_of(error))
    if name.startswith('__main__.'):
        name = name[9:]
    try:
        text = str(error)
    except Exception:
        text = '<exception str() failed>'
    return f'{name}: {text}\n' if text else f'{name}\n'


def _syntax_lines(error):
    lines = []
    filename = getattr(error, 'filename', None) or '<string>'
    lineno = getattr(error, 'lineno', None)
    if lineno is not None:
        lines.append(f'  File "{filename}", line {lineno}\n')
        text = getattr(error, 'text', None)
        if text is not None:
            stripped = text.rstrip('\n')
            shown = stripped.lstrip(' \n\f\t')
            spaces = len(stripped) - len(shown)
            lines.append(f'    {shown}\n')
            offset = getattr(error, 'offset', None)
            if offset is not None:
                end = getattr(error, 'end_offset', None)
                if end is None or end in (0, -1, offset) or error.end_lineno != lineno:
                    end = offset + 1
                    if error.end_lineno != lineno:
                        end = len(stripped) + 1
                start = offset - 1 - spaces
                stop = end - 1 - spaces
                if start >= 0:
                    lines.append('    ' + ' ' * start + '^' * max(stop - start, 1) + '\n')
    name = _metaclass_of(error).__name__
    lines.append(f'{name}: {error.args[0] if error.args else None}\n')
    return lines


def _own_lines(error):
    if isinstance(error, SyntaxError) and getattr(error, 'lineno', None) is not None:
        lines = _syntax_lines(error)
    else:
        lines = [_exception_line(error)]
    notes = getattr(error, '__notes__', None)
    if notes is not None:
        if isinstance(notes, (list, tuple)):
            for note in notes:
                lines.extend([line + '\n' for line in str(note).split('\n')])
        else:
            lines.append(f'{notes!r}\n')
    return lines


_CAUSE = '\nThe above exception was the direct cause of the following exception:\n\n'
_CONTEXT = '\nDuring handling of the above exception, another exception occurred:\n\n'


def _chain(error, seen):
    """An exception and those that led to it, the first one first."""
    links = []
    while error is not None and not any([other is error for other in seen]):
        seen.append(error)
        cause, context = error.__cause__, error.__context__
        if cause is not None and not any([other is cause for other in seen]):
            links.append((error, _CAUSE))
            error = cause
        elif context is not None and not error.__suppress_context__:
            links.append((error, _CONTEXT))
            error = context
        else:
            links.append((error, None))
            error = None
    if links and links[-1][1] is not None:
        links[-1] = (links[-1][0], None)
    links.reverse()
    return links


def _format_exception(error, seen=None, indent='', chain=True):
    seen = [] if seen is None else seen
    lines = []
    links = _chain(error, seen) if chain else [(error, None)]
    for one, following in links:
        if following is not None:
            lines.append(indent + following if not indent else _indented(following, indent))
        if isinstance(one, BaseExceptionGroup):
            lines.append(_format_group(one, seen, indent))
        else:
            text = _traceback_text(one)
            if text or one.__traceback__ is not None:
                text = 'Traceback (most recent call last):\n' + text
            lines.append(_indented(text + ''.join(_own_lines(one)), indent))
    return ''.join(lines)


def _indented(text, indent):
    if not indent:
        return text
    return ''.join([indent + line + '\n' if line else indent.rstrip() + '\n'
                    for line in text.rstrip('\n').split('\n')])


def _format_group(group, seen, indent):
    text = _traceback_text(group)
    top = not indent
    inner = '  | ' if top else indent
    lines = []
    if text:
        lines.append(('  + ' if top else inner)
                     + 'Exception Group Traceback (most recent call last):\n')
        lines.append(_indented(text, inner))
    lines.append(_indented(''.join(_own_lines(group)), inner))
    count = len(group.exceptions)
    base = inner[:-2]
    for index, error in enumerate(group.exceptions):
        if index == 15:
            lines.append(f'{base}  +---------------- ... ----------------\n')
            rest = count - 15
            plural = 's' if rest > 1 else ''
            lines.append(f'{base}  | and {rest} more exception{plural}\n')
            break
        start = '+-+' if index == 0 else '  +'
        lines.append(f'{base}{start}---------------- {index + 1} ----------------\n')
        lines.append(_format_exception(error, seen, base + '  | '))
    if not (isinstance(group.exceptions[-1], BaseExceptionGroup) and count <= 15):
        lines.append(f'{base}  +------------------------------------\n')
    return ''.join(lines)
