// The search in a copy of the site that is opened from a folder: browsers start no worker there
// (`file:` addresses are foreign to each other). So the worker's program runs in a frame instead,
// which has the same words: it posts messages and is posted to.
if (location.protocol === "file:") {
  globalThis.Worker = class extends EventTarget {
    constructor(address) {
      super();
      const frame = Object.assign(document.createElement("iframe"), { hidden: true });
      document.body.append(frame);
      const { contentWindow: inside, contentDocument: page } = frame;
      const program = Object.assign(page.createElement("script"), { src: address });
      this.ready = new Promise(done => { program.onload = done; });
      inside.postMessage = data => this.dispatchEvent(new MessageEvent("message", { data }));
      page.head.append(program);
      this.frame = inside;
    }
    postMessage(data) {
      this.ready.then(() => this.frame.dispatchEvent(new this.frame.MessageEvent("message", { data })));
    }
    terminate() {}
  };
}
