// Texts about asking a language model: in Settings, and on a source.
export const enModel = {
  "model.title": "Language model",
  "model.text":
    "A language model can point at statements and names the rules missed. It is asked only when somebody asks it, about one source at a time. Everything it says is looked for in the text word for word; what is not there is thrown away, and people decide on the rest.",
  "model.off": "None is set. Nothing is sent to anybody.",
  "model.never": "Whoever runs this Guwah has ruled language models out.",
  "model.on": "Set: {model} at {address}, without a key.",
  "model.onWithKey": "Set: {model} at {address}, with a key.",
  "model.onlyKeepers": "Only a keeper can change this.",
  "model.set": "Set a language model",
  "model.change": "Change it",
  "model.stop": "Switch it off",
  "model.stopped": "Switched off. Address and key are forgotten.",
  "model.address": "Address",
  "model.addressHint":
    "Of a service that speaks like OpenAI’s, such as http://127.0.0.1:11434/v1 for a model on this computer. Others need https.",
  "model.name": "Name of the model",
  "model.nameHint": "As the service calls it.",
  "model.key": "Key",
  "model.keyHint": "Only if the service wants one. It is kept encrypted and never shown again.",
  "model.keyKept":
    "One is kept. Leave this empty to keep it; it is forgotten when the address moves to another host.",
  "model.warning":
    "The text of a source you choose is sent to {address}. Whoever runs that service can read it, and may keep it: names of people in danger, places, what they told you. Choose a model on this computer if you can. Nothing is sent until somebody asks about a source.",
  "model.understood": "I have understood what is sent, and to whom",
  "model.notUnderstood": "Please read the warning and tick the box.",
  "model.missing": "Please fill this in.",
  "model.ask": "Ask the language model",
  "model.sent":
    "The text of this source leaves this computer. It is sent to {address}, and whoever runs that service can read and keep it.",
  "model.sentHere": "The text of this source is given to {address}, a program on this computer.",
  "model.onlySuggestions":
    "{model} may only point at words of the text. Anything it invents is thrown away. What remains stands among the suggestions, marked with its name, until you decide.",
  "model.send": "Send the text",
  "model.asking": "Asking the language model",
  "model.cancelled":
    "Stopped. Nothing was taken over; a part of the text may have been sent already.",
  "model.added": {
    one: "{count} new suggestion.",
    other: "{count} new suggestions.",
  },
  "model.known": {
    one: "{count} more that the rules had found as well.",
    other: "{count} more that the rules had found as well.",
  },
  "model.notFound": {
    one: "{count} thrown away: its words do not stand in the text, or it is not clear where.",
    other: "{count} thrown away: their words do not stand in the text, or it is not clear where.",
  },
  "model.malformed": {
    one: "{count} thrown away: not of the form that was asked for.",
    other: "{count} thrown away: not of the form that was asked for.",
  },
  "step.ask-model": "Waiting for the language model",
} as const;
