"""Dictionaries and sets whose keys are compared by Python code, and methods that
go through anything."""


def _dict_place(dict, key, hashed):
    for place, other in _dict_candidates(dict, hashed):
        if other is key or other == key:
            return place
    return None


def _dict_get(dict, key, default=None):
    place = _dict_place(dict, key, hash(key))
    return default if place is None else _dict_at(dict, place)


def _dict_element(dict, key):
    place = _dict_place(dict, key, hash(key))
    if place is None:
        missing = getattr(_metaclass_of(dict), '__missing__', None)
        if missing is not None:
            return missing(dict, key)
        raise KeyError(key)
    return _dict_at(dict, place)


def _dict_set(dict, key, value):
    hashed = hash(key)
    place = _dict_place(dict, key, hashed)
    if place is None:
        _dict_insert(dict, hashed, key, value)
    else:
        _dict_put_at(dict, place, value)


def _dict_setdefault(dict, key, default):
    hashed = hash(key)
    place = _dict_place(dict, key, hashed)
    if place is None:
        _dict_insert(dict, hashed, key, default)
        return default
    return _dict_at(dict, place)


def _dict_delete(dict, key):
    place = _dict_place(dict, key, hash(key))
    if place is None:
        raise KeyError(key)
    _dict_remove_at(dict, place)


def _dict_pop(dict, key, *default):
    place = _dict_place(dict, key, hash(key))
    if place is not None:
        return _dict_remove_at(dict, place)
    if default:
        return default[0]
    raise KeyError(key)


def _dict_fill(dict, values):
    for index in range(0, len(values), 2):
        dict[values[index]] = values[index + 1]
    return dict


def _merge(target, mapping):
    if _plain_isinstance(mapping, dict):
        for key in mapping:
            target[key] = mapping[key]
    elif hasattr(mapping, 'keys'):
        for key in mapping.keys():
            target[key] = mapping[key]
    else:
        raise TypeError(f"'{_metaclass_of(mapping).__name__}' object is not a mapping")


def _dict_init(target, source, named):
    if _plain_isinstance(source, dict):
        for key, value in dict.items(source):
            target[key] = value
    elif hasattr(source, 'keys'):
        for key in source.keys():
            target[key] = source[key]
    else:
        index = 0
        for pair in source:
            try:
                pair = tuple(pair)
            except TypeError:
                raise TypeError(
                    f'cannot convert dictionary update sequence element #{index} '
                    'to a sequence') from None
            if len(pair) != 2:
                raise ValueError(
                    f'dictionary update sequence element #{index} has length {len(pair)}; '
                    '2 is required')
            key, value = pair
            target[key] = value
            index += 1
    for key in named:
        target[key] = named[key]


def _dict_made(target, source, named):
    _dict_init(target, source, named)
    return target


def _dict_update(target, other):
    _dict_init(target, other, {})
    return target


def _dict_or(left, right):
    result = left.copy()
    for key in right:
        result[key] = right[key]
    return result


def _dict_of_pairs(mapping):
    return {key: mapping[key] for key in mapping}


def _dict_fromkeys(cls, keys, value):
    made = cls()
    for key in keys:
        made[key] = value
    return made


def _proxy_update(proxy, other):
    for key in other:
        proxy[key] = other[key]


def _set_place(container, value, hashed):
    for other in _set_candidates(container, hashed):
        if other is value or other == value:
            return other
    return _absent_value


_absent_value = object()


def _find_equal(container, value):
    if _plain_isinstance(container, (dict)):
        return _dict_place(container, value, hash(value)) is not None
    if not isinstance(container, (set, frozenset)):
        return _contains(container, value)
    return _set_place(container, value, hash(value)) is not _absent_value


def _set_add(target, value):
    hashed = hash(value)
    if _set_place(target, value, hashed) is _absent_value:
        _set_insert(target, hashed, value)


def _set_update(target, values):
    if not _set_fast_update(target, values):
        for value in values:
            target.add(value) if isinstance(target, set) else _set_add(target, value)
    return target


def _set_init(target, values):
    target.clear()
    _set_update(target, values)


def _set_filled(target, values):
    for value in values:
        _set_add(target, value)
    return target


def _set_remove(target, value, must_be_there):
    found = _set_place(target, value, hash(value))
    if found is not _absent_value:
        _set_drop(target, found)
    elif must_be_there:
        raise KeyError(value)


def _as_set(values):
    return values if isinstance(values, (set, frozenset)) else set(values)


def _set_kind(values):
    return values if isinstance(values, (set, frozenset)) else set()


def _set_or(left, right):
    return _set_update(_set_copy(_as_set(left), _set_kind(left)), right)


def _set_and(left, right):
    left, right = _as_set(left), _as_set(right)
    if len(right) > len(left):
        small, large = left, right
    else:
        small, large = right, left
    return _set_copy({value for value in small if value in large}, left)


def _set_sub(left, right):
    right = _as_set(right)
    result = {value for value in left if value not in right}
    return _set_copy(result, _set_kind(left))


def _set_xor(left, right):
    result = set(left)
    for value in _as_set(right):
        if value in result:
            result.discard(value)
        else:
            result.add(value)
    return _set_copy(result, _set_kind(left))


def _set_ior(left, right):
    return _set_update(left, right)


def _set_iand(left, right):
    return _set_replace(left, _set_and(left, right))


def _set_isub(left, right):
    for value in list(right):
        left.discard(value)
    return left


def _set_ixor(left, right):
    return _set_replace(left, _set_xor(left, right))


def _set_update_all(target, others):
    for other in others:
        _set_update(target, other)


def _set_intersection_update(target, others):
    for other in others:
        _set_replace(target, _set_and(target, _as_set(other)))


def _set_difference_update(target, others):
    for other in others:
        for value in list(other):
            target.discard(value)


def _set_symmetric_update(target, other):
    _set_replace(target, _set_xor(target, _as_set(other)))


def _set_union(target, others):
    result = _set_copy(target, target)
    for other in others:
        _set_update(result, other)
    return result


def _set_intersection(target, others):
    result = target if others else _set_copy(target, target)
    for other in others:
        result = _set_and(result, _as_set(other))
    return result


def _set_difference(target, others):
    result = target if others else _set_copy(target, target)
    for other in others:
        result = _set_sub(result, _as_set(other))
    return result


def _set_symmetric(target, other):
    return _set_xor(target, _as_set(other))


def _issubset(target, other):
    other = _as_set(other)
    for value in target:
        if value not in other:
            return False
    return True


def _issuperset(target, other):
    for value in other:
        if value not in target:
            return False
    return True


def _isdisjoint(target, other):
    for value in other:
        if value in target:
            return False
    return True


def _list_extend(target, values):
    target.extend(values)
    return target


def _extend(target, values):
    for value in values:
        target.append(value)


def _list_init(target, values):
    target.clear()
    for value in values:
        target.append(value)


def _set_slice(target, key, values):
    target[key] = [value for value in values]


def _list_remove(target, value):
    for index in range(len(target)):
        if target[index] is value or target[index] == value:
            del target[index]
            return
    raise ValueError('list.remove(x): x not in list')


def _list_index(target, value):
    for index in range(len(target)):
        if target[index] is value or target[index] == value:
            return index
    raise ValueError(f'{value!r} is not in list')


def _count(target, value):
    count = 0
    for other in target:
        if other is value or other == value:
            count += 1
    return count


def _deque_extend(target, values):
    for value in list(values):
        target.append(value)
    return target


def _deque_filled(target, values):
    for value in values:
        target.append(value)
    return target


def _deque_extendleft(target, values):
    for value in list(values):
        target.appendleft(value)


def _deque_index(target, value):
    for index in range(len(target)):
        if target[index] is value or target[index] == value:
            return index
    raise ValueError(f'{value!r} is not in deque')


def _deque_remove(target, value):
    for index in range(len(target)):
        if target[index] is value or target[index] == value:
            del target[index]
            return
    raise ValueError('deque.remove(x): x not in deque')


def _hash_tuple(values):
    return hash(tuple([hash(value) for value in values]))


def _tuple_of(cls, values):
    return cls([value for value in values])


def _bytes_of(cls, values):
    return cls([value for value in values])
