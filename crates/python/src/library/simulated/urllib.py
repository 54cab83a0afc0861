# urllib: the package.
