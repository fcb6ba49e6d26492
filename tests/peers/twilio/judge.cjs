// Reads questions as JSON from standard input and answers them with Twilio's own library:
// is this request from Twilio, and how would you write this call?
'use strict';
const { readFileSync } = require('node:fs');
const twilio = require('twilio');

const { requests, bodies, dial, number, phone } = JSON.parse(readFileSync(0, 'utf8'));
const response = new twilio.twiml.VoiceResponse();
response.dial(dial).number(number, phone);

process.stdout.write(JSON.stringify({
  requests: requests.map(({ token, signature, url, form }) => twilio.validateRequest(token, signature, url, form)),
  signatures: requests.map(({ token, url, form }) => twilio.getExpectedTwilioSignature(token, url, form)),
  bodies: bodies.map(({ token, signature, url, body }) => twilio.validateRequestWithBody(token, signature, url, body)),
  twiml: response.toString(),
}));
