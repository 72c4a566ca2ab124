/** What htmx looks for by XPath, `hx-on` attributes, is banned here; the document of these tests can't look for it. */

class NothingFound {
  createExpression() {
    return { evaluate: () => ({ iterateNext: () => null }) };
  }
}

Object.assign(globalThis, { XPathEvaluator: NothingFound });
