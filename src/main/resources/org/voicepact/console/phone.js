"use strict";
const byId = id => document.getElementById(id);
const PAUSE = 1500;
const SANDBOX_NETWORK = "99999";
const SHORT_CODE = "21512";

let number = localStorage.getItem("number") || "";
let call = null;
let shown = "";
let asked = "";

const random = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, "0")).join("");

function trouble(text) {
  byId("trouble").hidden = !text;
  byId("trouble").textContent = text || "";
}

/** Says what went wrong in the server's own words. */
async function checked(response) {
  if (response.ok) {
    return response;
  }
  let detail = response.status + " " + response.statusText;
  try {
    detail = (await response.json()).detail || detail;
  } catch (notJson) {
    // The status has to do.
  }
  throw new Error(detail);
}

async function get(path) {
  return (await checked(await fetch(path))).json();
}

async function post(path, fields) {
  return checked(await fetch(path, { method: "POST", body: new URLSearchParams(fields) }));
}

function line(message) {
  const item = document.createElement("li");
  item.className = message.status ? "" : "mine";
  item.textContent = message.text;
  const small = document.createElement("small");
  small.textContent = new Date(message.at).toLocaleTimeString()
    + (message.status ? " · " + message.status : "");
  item.append(small);
  return item;
}

async function refreshMessages() {
  if (!number) {
    return;
  }
  const asked = number;
  const { messages } = await get("/phone/messages?phone_number=" + encodeURIComponent(asked));
  const now = JSON.stringify(messages);
  if (asked === number && now !== shown) {
    shown = now;
    byId("messages").replaceChildren(...messages.map(line));
    byId("messages").scrollTop = byId("messages").scrollHeight;
  }
}

function button(text, action) {
  const element = document.createElement("button");
  element.type = "button";
  element.textContent = text;
  element.addEventListener("click", () => action().catch(problem => trouble(problem.message)));
  return element;
}

function prompt(each) {
  const item = document.createElement("li");
  const answer = how => async () => {
    trouble("");
    await post("/phone/prompts/" + each.id + "/" + how, {});
    await refreshPrompts();
  };
  item.textContent = "Pay " + each.currency + " " + each.amount + " for " + each.contract_id + "? ";
  item.append(button("Type the PIN", answer("approve")), " ", button("Refuse", answer("refuse")));
  return item;
}

async function refreshPrompts() {
  if (!number) {
    return;
  }
  const owner = number;
  const { prompts } = await get("/phone/prompts?phone_number=" + encodeURIComponent(owner));
  const now = owner + JSON.stringify(prompts);
  if (owner === number && now !== asked) {
    asked = now;
    byId("prompts").replaceChildren(...prompts.map(prompt));
    byId("prompts-section").hidden = prompts.length === 0;
  }
}

async function refreshNumbers() {
  const { numbers } = await get("/phone/numbers");
  byId("numbers").replaceChildren(...numbers.map(each => new Option(each, each)));
}

function use(next) {
  number = next.trim();
  localStorage.setItem("number", number);
  shown = "";
  byId("messages").replaceChildren();
  hangUp("Incomplete");
  byId("screen").textContent = "Dial the code to begin.";
}

async function sendMessage(text) {
  await post("/api/v1/sms/webhook",
    { id: random(), from: number, to: SHORT_CODE, text, date: new Date().toISOString() });
}

function callFields() {
  return { sessionId: call.session, serviceCode: call.code, phoneNumber: number, networkCode: SANDBOX_NETWORK };
}

async function dial(input) {
  if (call) {
    call.inputs.push(input);
  } else {
    call = { session: "ATUid_" + random(), code: input, inputs: [] };
  }
  const answer = await (await post("/api/v1/ussd", { ...callFields(), text: call.inputs.join("*") })).text();
  byId("screen").textContent = answer.slice(4);
  if (!answer.startsWith("CON ")) {
    hangUp("Success");
  }
  showCall();
}

function showCall() {
  byId("send").textContent = call ? "Send" : "Dial";
  byId("hang-up").hidden = !call;
  byId("input").value = call ? "" : byId("input").defaultValue;
  byId("input").focus();
}

/** Tells the server that the session is over, as the gateway does. */
function hangUp(status) {
  if (!call) {
    return;
  }
  const fields = { ...callFields(), date: new Date().toISOString(), status };
  call = null;
  showCall();
  post("/api/v1/ussd/events", fields).catch(problem => trouble(problem.message));
}

function onSubmit(form, action) {
  byId(form).addEventListener("submit", async event => {
    event.preventDefault();
    trouble("");
    try {
      if (form !== "owner" && !number) {
        throw new Error("Choose the telephone's number first.");
      }
      await action();
      await refreshMessages();
    } catch (problem) {
      trouble(problem.message);
    }
  });
}

onSubmit("owner", async () => use(byId("number").value));
onSubmit("reply", async () => {
  await sendMessage(byId("text").value);
  byId("text").value = "";
});
onSubmit("dial", () => dial(byId("input").value));
byId("hang-up").addEventListener("click", () => hangUp("Incomplete"));
byId("number").value = number;

async function refresh() {
  try {
    await refreshMessages();
    await refreshPrompts();
    await refreshNumbers();
  } catch (problem) {
    trouble(problem.message);
  }
  setTimeout(refresh, PAUSE);
}
refresh();
