import warnings

def old():
    warnings.warn("old() is old", DeprecationWarning, stacklevel=2)

for _ in range(2):
    old()
old()
warnings.warn("a plain one")
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    warnings.warn("kept", RuntimeWarning)
print(len(caught), caught[0].message, caught[0].category.__name__)
warnings.simplefilter("error")
try:
    warnings.warn("now an error")
except UserWarning as error:
    print("raised", error)
