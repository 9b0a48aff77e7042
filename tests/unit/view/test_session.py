"""One coder at work: what is shown, what is sent, undo without end, and failures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

SET_UP = """
  const { Session } = await import("/static/session.js");
  const { memoryTransport } = await import("/static/memory.js");
  const interview = {id: "R01", sha256: "s", body: "R: Een brief.", turns: [], codings: {a: [], b: [{id: "B", coder: "b", start: 3, end: 6, code: "y", attributes: {}}]}};
  const transport = memoryTransport(interview, {coder: "a"});
  const session = new Session({transport, coder: "a"});
  await session.open();
  const add = (code, start = 3) => session.add({start, end: 6, exact: "Een", code});
  const settled = async () => { while (session.pending.length || session.sending) await new Promise((go) => setTimeout(go, 1)); };
  const codes = () => session.own.map((one) => one.code);
"""  # noqa: E501


def run(page: Page, body: str) -> Any:  # noqa: ANN401 - whatever the script returns
    """Run a script that has a session at hand."""
    return page.evaluate(f"async () => {{ {SET_UP} {body} }}")


def test_a_coding_is_there_at_once_and_sent(page: Page) -> None:
    """What is shown does not wait for the server; the server gets every event."""
    got = run(page, """
      add("x");
      const at_once = [codes(), session.pending.length];
      await settled();
      return [at_once, codes(), session.pending.length, transport.log.map((event) => event.kind), session.status];
    """)  # fmt: skip  # noqa: E501
    assert got == [[["x"], 1], ["x"], 0, ["add"], "saved"]


def test_everything_can_be_undone_and_done_again(page: Page) -> None:
    """Adding, recoding, an attribute and removing go back to nothing and forth to the end."""
    got = run(page, """
      const id = add("x");
      session.revise(id, {code: "z"});
      session.revise(id, {attributes: {fase: "na"}});
      session.remove(id);
      const back = [];
      for (let i = 0; i < 4; i += 1) { session.undo(); back.push(session.own.map((one) => [one.code, one.attributes])); }
      const nothing = session.undo();
      const forth = [];
      for (let i = 0; i < 4; i += 1) { session.redo(); forth.push(session.own.map((one) => [one.code, one.attributes])); }
      await settled();
      const loaded = await transport.load();
      return {back, nothing, forth, kept: loaded.codings.a.length};
    """)  # fmt: skip  # noqa: E501
    assert got["back"] == [[["z", {"fase": "na"}]], [["z", {}]], [["x", {}]], []]
    assert got["nothing"] is None
    assert got["forth"] == [[["x", {}]], [["z", {}]], [["z", {"fase": "na"}]], []]
    assert got["kept"] == 0


def test_without_a_server_work_waits_and_is_sent_later(page: Page) -> None:
    """A failure of the connection loses nothing; identifiers stay the same in the new try."""
    got = run(page, """
      const send = transport.send.bind(transport);
      const tried = [];
      transport.send = async (payload) => { tried.push(payload.events.map((one) => one.event)); throw new TypeError("offline"); };
      add("x");
      await session.sending;
      const waiting = [session.status, codes()];
      transport.send = send;
      await session.flush();
      return {waiting, status: session.status, same: transport.log[0].event === tried[0][0], n: transport.log.length};
    """)  # fmt: skip  # noqa: E501
    assert got == {"waiting": ["waiting", ["x"]], "status": "saved", "same": True, "n": 1}


def test_a_refusal_takes_back_what_was_not_kept_and_says_so(page: Page) -> None:
    """What the server does not accept is not shown as if it were there."""
    got = run(page, """
      add("x");
      await settled();
      const heard = [];
      session.addEventListener("trouble", (event) => heard.push(event.detail));
      transport.send = async () => { throw Object.assign(new Error(), {problems: [{code: "P212", seen: "Nee."}]}); };
      add("y");
      await session.sending;
      return {codes: codes(), lost: heard[0].lost, code: heard[0].problems[0].code};
    """)  # fmt: skip  # noqa: E501
    assert got == {"codes": ["x"], "lost": 1, "code": "P212"}


def test_one_wrong_event_takes_no_other_along(page: Page) -> None:
    """The rest of what waited is kept; what was not taken is named."""
    got = run(page, """
      const send = transport.send.bind(transport);
      const refuse = async (payload) => {
        if (payload.events.some((one) => one.fields.code === "wrong")) throw Object.assign(new Error(), {problems: [{code: "P212", seen: "Nee."}]});
        return send(payload);
      };
      transport.send = async () => { throw new TypeError("offline"); };
      add("x"); add("wrong"); add("y");
      await session.sending;
      const heard = [];
      session.addEventListener("trouble", (event) => heard.push(event.detail));
      transport.send = refuse;
      await session.flush();
      await settled();
      return {codes: codes(), gone: heard.map((one) => one.gone.map((each) => each.code)), status: session.status};
    """)  # fmt: skip  # noqa: E501
    assert got == {"codes": ["x", "y"], "gone": [["wrong"]], "status": "saved"}


@pytest.mark.parametrize("code", ["P504", "P510", "P500", "P100", "P522"])
def test_a_refusal_that_can_pass_loses_nothing(page: Page, code: str) -> None:
    """A new server, a full disk, a broken codebook: work waits, the reason is said once."""
    got = run(page, f"""
      const send = transport.send.bind(transport);
      const heard = [];
      session.addEventListener("trouble", (event) => heard.push(event.detail));
      transport.send = async () => {{ throw Object.assign(new Error(), {{problems: [{{code: "{code}"}}]}}); }};
      add("x");
      await session.sending;
      await session.flush();
      const waiting = [session.status, codes(), heard.length, heard[0].waits];
      transport.send = send;
      await session.flush();
      return {{waiting, status: session.status, kept: transport.log.length, over: heard.at(-1).over}};
    """)  # fmt: skip  # noqa: E501
    waiting = ["waiting", ["x"], 1, True]
    assert got == {"waiting": waiting, "status": "saved", "kept": 1, "over": True}


def test_much_work_goes_in_more_than_one_message(page: Page) -> None:
    """No message holds more events than the server takes, and all of them arrive."""
    got = run(page, """
      const send = transport.send.bind(transport);
      const sizes = [];
      transport.send = async () => { throw new TypeError("offline"); };
      for (let i = 0; i < 450; i += 1) add("x");
      await session.sending;
      transport.send = (payload) => { sizes.push(payload.events.length); return send(payload); };
      await session.flush();
      await settled();
      return {sizes, n: codes().length};
    """)  # fmt: skip
    assert got == {"sizes": [200, 200, 50], "n": 450}


@pytest.mark.parametrize("pending", [False, True])
def test_what_changed_elsewhere_is_taken_over_unless_work_waits(
    page: Page, pending: bool,  # noqa: FBT001 - a case
) -> None:  # fmt: skip
    """Another window of the same coder is noticed; own work that waits is not disturbed."""
    got = run(page, f"""
      await transport.send({{events: [{{event: "E", kind: "add", coding: "C", fields: {{start: 3, end: 6, code: "q", attributes: {{}}}}}}]}});
      if ({str(pending).lower()}) session.pending.push({{event: "P", kind: "remove", coding: "none", fields: {{}}}});
      const changed = await session.look();
      return [changed, codes()];
    """)  # fmt: skip  # noqa: E501
    assert got == ([False, []] if pending else [True, ["q"]])
