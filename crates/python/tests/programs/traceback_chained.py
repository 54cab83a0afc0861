def load():
    try:
        return {}['missing']
    except KeyError as e:
        raise ValueError('bad config') from e

try:
    load()
except ValueError:
    raise RuntimeError('giving up')
