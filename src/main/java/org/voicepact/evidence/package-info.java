/**
 * What makes a contract provable: canonical form, hashes, commitments, signing keys, signatures and the
 * audit trail. Of a contract it knows only the documents; it proves bytes and statements.
 */
package org.voicepact.evidence;
