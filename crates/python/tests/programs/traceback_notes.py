try:
    raise ValueError('first')
except ValueError as e:
    e.add_note('a note')
    e.add_note('another\nline')
    raise
