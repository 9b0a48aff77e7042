"""Methods on codings: presence, agreement, frequencies, co-occurrence, saturation.

Everything here takes tidy frames and returns frames; nothing reads or writes a study. Import
from the module that holds the method: ``from paraplu.coding.presence import presence``.
"""
