/* What a shop's own script does with the widget: says who is shopping, and opens the chat with a question. */

const { shop, person, out, open } = document.body.dataset;

/** The widget, once its script has run. */
const widget = new Promise((resolve) => {
  const look = () => window.Frontdesk && resolve(window.Frontdesk);
  look();
  document.querySelector("script[data-site]").addEventListener("load", look);
});

/** Asks our own backend for proof of who has logged in; the widget calls this whenever it needs one. */
async function proof() {
  const answer = await fetch("/demo/identity", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ shop, person }),
  });
  if (!answer.ok) throw new Error(`no proof of who has logged in: ${answer.status}`);
  return (await answer.json()).token;
}

if (person) widget.then((chat) => chat.identify(proof));
if (out !== undefined) widget.then((chat) => chat.reset());
if (open !== undefined) widget.then((chat) => chat.open());

/** Puts a question into the open chat, for the reader to send. This reaches into the widget, as only a demo may. */
function suggest(question) {
  const field = document.querySelector("frontdesk-chat")?.shadowRoot?.querySelector("textarea");
  if (!field) return;
  field.value = question;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.focus();
}

for (const button of document.querySelectorAll("[data-question]")) {
  button.addEventListener("click", async () => {
    const chat = await widget;
    const { question } = button.dataset;
    const end = chat.on("open", () => {
      end();
      suggest(question);
    });
    chat.open();
    suggest(question); // where it was open already
  });
}
