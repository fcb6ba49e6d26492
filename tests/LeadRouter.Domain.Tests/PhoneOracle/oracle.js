// Answers questions about phone numbers, one JSON object a line, in the order asked:
//   {"op":"example","country":"IL"}            -> {"e164"} of a valid mobile, or {} when there is none
//   {"op":"format","e164":"+972..."}           -> {"valid","e164","national","international","uri"}
//   {"op":"judge","raw":"052...","country":"IL"} -> {"valid","possible","e164"}
const examples = require('libphonenumber-js/examples.mobile.json');
const { getExampleNumber, parsePhoneNumberFromString } = require('libphonenumber-js/max');

const answers = {
  example: ({ country }) => ({ e164: getExampleNumber(country, examples)?.number }),
  format: ({ e164 }) => {
    const number = parsePhoneNumberFromString(e164);
    if (!number?.isValid()) return { valid: false };
    return {
      valid: true,
      e164: number.number,
      national: number.formatNational(),
      international: number.formatInternational(),
      uri: number.getURI(),
    };
  },
  judge: ({ raw, country }) => {
    const number = parsePhoneNumberFromString(raw, country);
    return { valid: number?.isValid() ?? false, possible: number?.isPossible() ?? false, e164: number?.number };
  },
};

const questions = require('node:fs').readFileSync(0, 'utf8').split('\n').filter(Boolean);
process.stdout.write(questions.map((line) => {
  const question = JSON.parse(line);
  return JSON.stringify(answers[question.op](question));
}).join('\n'));
