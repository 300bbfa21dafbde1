import { createHash } from "node:crypto";
import { stream, writePdf } from "../../support/pdf-writer.js";

/** Padding of passwords, ISO 32000-1, 7.6.3.3 (algorithm 2). */
const PADDING = Buffer.from("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A", "hex");
const PERMISSIONS = -4;
const FILE_ID = Buffer.from("00112233445566778899aabbccddeeff", "hex");

/**
 * One-page PDF with words on it, encrypted with a user password by the standard handler, revision 2 (RC4, 40 bits).
 * @param {string} password
 * @param {string} words
 * @returns {Buffer}
 */
export function encryptedPdf(password, words) {
  const user = padded(password);
  const ownerKey = md5(user).subarray(0, 5);
  const owner = rc4(ownerKey, user);
  const permissions = Buffer.alloc(4);
  permissions.writeInt32LE(PERMISSIONS);
  const key = md5(Buffer.concat([user, owner, permissions, FILE_ID])).subarray(0, 5);
  const check = rc4(key, PADDING);
  const content = rc4(objectKey(key, 4), Buffer.from(`BT /F1 12 Tf 72 700 Td (${words}) Tj ET`, "latin1"));
  return writePdf(
    [
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
      stream(content.toString("latin1")),
      "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>",
      `<< /Filter /Standard /V 1 /R 2 /O <${owner.toString("hex")}> /U <${check.toString("hex")}> /P ${PERMISSIONS} >>`,
    ],
    { trailer: `/Encrypt 6 0 R /ID [<${FILE_ID.toString("hex")}> <${FILE_ID.toString("hex")}>]` },
  );
}

function padded(password) {
  return Buffer.concat([Buffer.from(password, "latin1"), PADDING]).subarray(0, 32);
}

/** Algorithm 1: the key of an object is made from the file's and its number (generation 0). */
function objectKey(key, number) {
  return md5(Buffer.concat([key, Buffer.from([number & 255, (number >> 8) & 255, 0, 0, 0])])).subarray(
    0,
    key.length + 5,
  );
}

const md5 = (/** @type {Buffer} */ bytes) => createHash("md5").update(bytes).digest();

function rc4(key, data) {
  const state = Array.from({ length: 256 }, (_, i) => i);
  for (let i = 0, j = 0; i < 256; i += 1) {
    j = (j + state[i] + key[i % key.length]) & 255;
    [state[i], state[j]] = [state[j], state[i]];
  }
  const result = Buffer.alloc(data.length);
  for (let n = 0, i = 0, j = 0; n < data.length; n += 1) {
    i = (i + 1) & 255;
    j = (j + state[i]) & 255;
    [state[i], state[j]] = [state[j], state[i]];
    result[n] = data[n] ^ state[(state[i] + state[j]) & 255];
  }
  return result;
}
