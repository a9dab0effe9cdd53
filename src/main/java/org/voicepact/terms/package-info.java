/**
 * The terms of a deal that was told in words, English or Swahili: found by rules and lists of words, each with the very
 * words that it came from, and with questions where the words leave something open. It changes nothing and keeps nothing.
 */
package org.voicepact.terms;
