try:
    raise ExceptionGroup('g', [ValueError('v'), TypeError('t'), ExceptionGroup('inner', [ValueError('w'), KeyError('k')])])
except* ValueError as e: print('values', [str(x) for x in e.exceptions], type(e).__name__)
except* (TypeError, KeyError) as e: print('others', len(e.exceptions))
try:
    try: raise ExceptionGroup('g', [ValueError(1), OSError(2)])
    except* ValueError: print('handled')
except ExceptionGroup as e: print('left', e, e.exceptions)
try: raise ValueError('plain')
except* ValueError as e: print(repr(e))
eg = ExceptionGroup('x', [ValueError(1), KeyError(2)]); print(eg, repr(eg), eg.message, eg.split(ValueError), eg.subgroup(KeyError))
try: ExceptionGroup('e', [])
except ValueError as e: print(e)
