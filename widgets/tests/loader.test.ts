/** The launcher: asks nothing before intent, queues what a page says, hands it on, and leaves nothing behind. */

import { afterEach, describe, expect, it, vi } from "vitest";

import type { Chat, ChatModule, Host, Load } from "../customer/host.ts";
import { launch as launchWith } from "../customer/launcher.ts";
import type { Frontdesk, MountOptions } from "../customer/public.ts";

const OPTIONS = { site: "site_of_tests", url: "https://chat.example/" };

const launch = (options: MountOptions, load: () => Promise<ChatModule>, otherwise?: () => void): Frontdesk =>
  launchWith(options, load as Load, otherwise);

/** A chat that only notes what it was told. */
function fakeChat() {
  const chat = { open: vi.fn(), close: vi.fn(), identify: vi.fn(), reset: vi.fn(), destroy: vi.fn() } satisfies Chat;
  const start = vi.fn((host: Host): Chat => {
    const tell = (event: "open" | "close") => () => {
      host.launcher.ariaExpanded = `${event === "open"}`;
      host.emit(event);
    };
    chat.open.mockImplementation(tell("open"));
    chat.close.mockImplementation(tell("close"));
    return chat;
  });
  const load = vi.fn(async (): Promise<ChatModule> => ({ start, speak: vi.fn() }));
  return { chat, start, load };
}

function launcher(): HTMLElement {
  return document.querySelector("frontdesk-chat")!.shadowRoot!.querySelector("button")!;
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe("the launcher", () => {
  let desk: Frontdesk;
  afterEach(() => desk.destroy());

  it("asks and stores nothing until someone shows intent", async () => {
    const { load } = fakeChat();
    desk = launch(OPTIONS, load);
    desk.identify("a token");
    await settled();
    expect(load).not.toHaveBeenCalled();
    expect(localStorage.length + sessionStorage.length + document.cookie.length).toBe(0);
  });

  it("goes on by itself, closed, where this browser holds something of the site's chat", async () => {
    vi.useFakeTimers();
    localStorage.setItem(`frontdesk.1:${OPTIONS.site}:`, "{}");
    const { chat, load, start } = fakeChat();
    desk = launch(OPTIONS, load);
    expect(load).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(5_000);
    vi.useRealTimers();
    expect([load, start, chat.open].map(({ mock }) => mock.calls.length)).toEqual([1, 1, 0]);
    desk.open();
    await settled();
    expect([load, start, chat.open].map(({ mock }) => mock.calls.length)).toEqual([1, 1, 1]);
    localStorage.clear();
    localStorage.setItem("frontdesk.1:another_site:", "{}");
    desk.destroy();
    desk = launch(OPTIONS, load);
    vi.useFakeTimers();
    await vi.advanceTimersByTimeAsync(5_000);
    vi.useRealTimers();
    localStorage.clear();
    expect(load).toHaveBeenCalledTimes(1);
  });

  it("is a named button in a landmark beside the body, in the page's language and direction", () => {
    document.documentElement.lang = "ar";
    desk = launch(OPTIONS, fakeChat().load);
    document.documentElement.lang = "";
    const button = launcher();
    const landmark = button.parentElement!;
    expect([button.ariaLabel, String(button.ariaExpanded), landmark.tagName, landmark.ariaLabel]).toEqual([
      "Chat",
      "false",
      "SECTION",
      "Chat",
    ]);
    expect(landmark.dir).toBe("rtl");
    expect(document.querySelector("frontdesk-chat")!.parentElement).toBe(document.documentElement);
  });

  it("is called as the page says, until the chat has its own words", () => {
    desk = launch({ ...OPTIONS, label: "Sohbet" }, fakeChat().load);
    expect([launcher().ariaLabel, launcher().parentElement!.ariaLabel]).toEqual(["Sohbet", "Sohbet"]);
  });

  it("fetches the chat on the first sign of intent, once, and opens it on a click", async () => {
    const { start, load } = fakeChat();
    desk = launch({ ...OPTIONS, locale: "de-AT" }, load);
    launcher().dispatchEvent(new Event("pointerenter"));
    launcher().dispatchEvent(new Event("focus"));
    await settled();
    expect([load.mock.calls.length, start.mock.calls.length]).toEqual([1, 0]);
    launcher().click();
    await settled();
    expect(load).toHaveBeenCalledTimes(1);
    expect(start.mock.calls[0]![0]).toMatchObject({ site: "site_of_tests", locale: "de-AT", identify: undefined });
    expect(start.mock.calls[0]![0].url).toBe("https://chat.example/");
    expect(launcher().ariaExpanded).toBe("true");
  });

  it("keeps what a page says until the chat is there, and passes on what it says later", async () => {
    const { chat, start, load } = fakeChat();
    desk = launch(OPTIONS, load);
    desk.identify("first");
    desk.open();
    desk.open();
    await settled();
    expect([start.mock.calls.length, start.mock.calls[0]![0].identify]).toEqual([1, "first"]);
    desk.identify("second");
    expect(chat.identify).toHaveBeenCalledWith("second");
    desk.reset();
    desk.identify("third");
    expect(chat.reset).toHaveBeenCalledTimes(1);
    expect(chat.reset.mock.invocationCallOrder[0]).toBeLessThan(chat.identify.mock.invocationCallOrder.at(-1)!);
  });

  it("forgets everything at once, and without the chat, when the page resets before it is there", async () => {
    const { start, load } = fakeChat();
    const asked = vi.fn(() => Promise.reject(new Error("offline")));
    vi.stubGlobal("fetch", asked);
    for (const [key, value] of [
      ["frontdesk.1:site_of_tests:ann", { token: "t1" }],
      ["frontdesk.1:site_of_tests:ann:c1", { id: "c1", text: 'my "token":"x"' }],
      ["frontdesk.1:site_of_tests:", { token: "t2" }],
      ["frontdesk.1:site_of_others:", { token: "t3" }],
      ["cart", {}],
    ] as const) {
      localStorage.setItem(key, JSON.stringify(value));
    }
    localStorage.setItem("frontdesk.1:site_of_tests:ben", '{"token":"t4","unfin'); // whatever spoilt it
    desk = launch(OPTIONS, load);
    desk.identify("somebody");
    desk.reset();
    expect(Object.keys(localStorage).sort()).toEqual(["cart", "frontdesk.1:site_of_others:"]);
    localStorage.clear();
    vi.unstubAllGlobals();
    const tokens = asked.mock.calls.map(([url, init]: unknown[]) => [String(url), (init as RequestInit).headers]);
    expect(tokens).toEqual(["t1", "t2", "t4"].map((each) => ["https://chat.example/v1/session", { authorization: `Bearer ${each}` }]));
    await settled();
    expect(load).not.toHaveBeenCalled();
    desk.open();
    await settled();
    expect(start.mock.calls[0]![0].identify).toBeNull();
  });

  it("stays closed where it was closed before the chat was there", async () => {
    const { chat, load } = fakeChat();
    desk = launch(OPTIONS, load);
    desk.open();
    desk.close();
    await settled();
    expect(chat.open).not.toHaveBeenCalled();
  });

  it("goes on where the page only moves it", async () => {
    const { chat, load } = fakeChat();
    desk = launch(OPTIONS, load);
    desk.open();
    await settled();
    document.body.append(document.querySelector("frontdesk-chat")!);
    await settled();
    expect(chat.destroy).not.toHaveBeenCalled();
  });

  it("tells the page what happens", async () => {
    const { start, load } = fakeChat();
    const heard: unknown[] = [];
    desk = launch(OPTIONS, load);
    const end = desk.on("unread", (count) => heard.push(count));
    desk.on("open", () => heard.push("open"));
    desk.open();
    await settled();
    const { emit } = start.mock.calls[0]![0];
    emit("unread", 2);
    end();
    emit("unread", 0);
    expect(heard).toEqual(["open", 2]);
    expect(launcher().ariaExpanded).toBe("true");
  });

  it("tries again with the next intent where the chat did not come, and shows another way", async () => {
    const { chat, load } = fakeChat();
    const otherwise = vi.fn();
    load.mockRejectedValueOnce(new Error("offline"));
    desk = launch(OPTIONS, load, otherwise);
    launcher().click();
    await settled();
    expect([load.mock.calls.length, otherwise.mock.calls.length]).toEqual([1, 1]);
    launcher().click();
    await settled();
    expect([load.mock.calls.length, chat.open.mock.calls.length]).toEqual([2, 1]);
  });

  it("ends when the page takes it away, even while the chat is on its way", async () => {
    const { chat, start, load } = fakeChat();
    desk = launch(OPTIONS, () => settled().then(load));
    desk.open();
    document.querySelector("frontdesk-chat")!.remove();
    await settled();
    await settled();
    expect(start).not.toHaveBeenCalled();
    const other = fakeChat();
    const second = launch(OPTIONS, other.load);
    second.open();
    await settled();
    second.destroy();
    second.destroy();
    expect(other.chat.destroy).toHaveBeenCalledTimes(1);
    expect(chat.destroy).not.toHaveBeenCalled();
    expect(document.querySelector("frontdesk-chat")).toBeNull();
  });
});

describe("the loader", () => {
  it("holds the chat to its hash, lets it in by the script's nonce, and keeps the first of two", async () => {
    const script = document.createElement("script");
    Object.assign(script.dataset, { site: "site_of_tests", theme: "dark" });
    Object.defineProperty(script, "src", { value: "https://chat.example/widget/0123abcd/widget.js" });
    script.nonce = "once";
    Object.defineProperty(document, "currentScript", { value: script, configurable: true });
    await import("../customer/loader.ts");
    const desk = window.Frontdesk!;
    const asked: HTMLLinkElement[] = [];
    vi.spyOn(document.head, "append").mockImplementation((link) => void asked.push(link as HTMLLinkElement));
    vi.stubGlobal("open", vi.fn());
    launcher().click();
    const [link] = asked;
    expect(link).toMatchObject({ rel: "modulepreload", integrity: "__FRONTDESK_INTEGRITY__", nonce: "once" });
    expect(link!.href).toBe("https://chat.example/__FRONTDESK_CHAT__?0");
    expect(document.querySelector("frontdesk-chat")!.getAttribute("theme")).toBe("dark");
    link!.onerror!(new Event("error"));
    await settled();
    expect(open).toHaveBeenCalledWith("https://chat.example/chat/site_of_tests");
    vi.resetModules();
    const warned = vi.spyOn(console, "warn").mockImplementation(() => {});
    await import("../customer/loader.ts");
    expect(warned).toHaveBeenCalledTimes(1);
    expect(window.Frontdesk).toBe(desk);
    expect(document.querySelectorAll("frontdesk-chat").length).toBe(1);
    desk.destroy();
    expect(window.Frontdesk).toBeUndefined();
    vi.unstubAllGlobals();
  });
});

describe("the package", () => {
  it("is imported where there is no page", async () => {
    const page = vi.spyOn(globalThis, "document", "get").mockImplementation(() => {
      throw new Error("there is no page");
    });
    expect((await import("../customer/package.ts")).mount).toBeTypeOf("function");
    page.mockRestore();
  });
});
