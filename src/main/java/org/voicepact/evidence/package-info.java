/**
 * What makes a contract provable: canonical form, hashes, commitments, signing keys, signatures and the
 * audit trail. It knows no contract as such; it proves bytes and statements.
 */
package org.voicepact.evidence;
