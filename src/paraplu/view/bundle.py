"""One ES module out of many, for who can be given only one (a notebook widget)."""

from __future__ import annotations

import base64
import json
import re

from paraplu.view.assets import assets

__all__ = ["bundle", "order", "stylesheet"]

IMPORT = re.compile(r'(?P<before>\bfrom\s+|^import\s+)"\./(?P<name>[\w-]+\.js)"', re.MULTILINE)
ENTRY = "widget.js"


def order(sources: dict[str, str], entry: str) -> tuple[str, ...]:
    """Return the modules that `entry` needs, each after the ones it imports, itself last.

    Raises
    ------
    ValueError
        When modules import each other in a circle, or one that is not there.

    Examples
    --------
    >>> order({"a.js": 'import { b } from "./b.js";', "b.js": ""}, "a.js")
    ('b.js', 'a.js')

    """
    done: list[str] = []
    path: list[str] = []

    def visit(name: str) -> None:
        if name in done:
            return
        if name in path or name not in sources:
            message = f"{' > '.join([*path, name])}: a circle, or not there"
            raise ValueError(message)
        path.append(name)
        for found in IMPORT.finditer(sources[name]):
            visit(found["name"])
        path.pop()
        done.append(name)

    visit(entry)
    return tuple(done)


def bundle(entry: str = ENTRY) -> str:
    """Return one ES module that does what `entry` does, without a build tool.

    Every module travels as text and becomes a blob URL in the browser, in the order in which
    they need each other; relative imports are replaced by those URLs. The default export of
    the entry is the default export of the whole.
    """
    sources = {
        name: path.read_text(encoding="utf-8")
        for name, path in assets().items()
        if name.endswith(".js")
    }
    names = order(sources, entry)
    modules = json.dumps([[name, sources[name]] for name in names], ensure_ascii=False)
    return (
        f"const modules = {modules};\n"
        "const urls = new Map();\n"
        "for (const [name, source] of modules) {\n"
        '  const linked = source.replace(/(\\bfrom\\s+|^import\\s+)"\\.\\/([\\w-]+\\.js)"/gm,\n'
        "    (whole, before, other) => `${before}${JSON.stringify(urls.get(other))}`);\n"
        "  urls.set(name, URL.createObjectURL(new Blob([linked], { type: 'text/javascript' })));\n"
        "}\n"
        f"const entry = await import(urls.get({json.dumps(entry)}));\n"
        "for (const url of urls.values()) URL.revokeObjectURL(url);\n"
        "export default entry.default;\n"
    )


def stylesheet() -> str:
    """Return the styles of the transcript view, with its fonts inside."""
    files = assets()
    shell = files["app.css"].read_text(encoding="utf-8")
    faces = "\n".join(re.findall(r"^@font-face \{.*\}$", shell, re.MULTILINE))

    def inside(found: re.Match[str]) -> str:
        font = base64.b64encode(files[found["name"]].read_bytes()).decode("ascii")
        return f'url("data:font/woff2;base64,{font}")'

    fonts = re.sub(r'url\("(?P<name>[^"]+)"\)', inside, faces)
    return f"{fonts}\n{files['coding.css'].read_text(encoding='utf-8')}"
