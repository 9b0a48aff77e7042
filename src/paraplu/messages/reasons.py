"""Why the computer would not read or write a file, in Dutch."""

from __future__ import annotations

import errno

__all__ = ["reason"]

UNKNOWN = "onbekende oorzaak"
REASONS = {
    errno.EACCES: "geen rechten",
    errno.EPERM: "geen rechten",
    errno.EROFS: "alleen lezen",
    errno.ENOSPC: "de schijf is vol",
    errno.EDQUOT: "de schijf is vol",
    errno.ENOENT: "het is er niet",
    errno.EEXIST: "het is er al",
    errno.EISDIR: "het is een map",
    errno.ENOTDIR: "het is geen map",
    errno.ENAMETOOLONG: "de naam is te lang",
    errno.EBUSY: "in gebruik",
    errno.EIO: "de schijf geeft een fout",
}


def reason(error: OSError) -> str:
    """Return in a few words why a file could not be read or written.

    Examples
    --------
    >>> reason(PermissionError(13, "Permission denied"))
    'geen rechten'
    >>> reason(OSError())
    'onbekende oorzaak'

    """
    return REASONS.get(error.errno or 0, error.strerror or UNKNOWN)
