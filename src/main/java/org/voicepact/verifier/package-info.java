/**
 * The program with which anybody checks a proof without a server: {@code voicepact-verify.jar}. It is no part of the
 * server, and the server is no part of it.
 */
package org.voicepact.verifier;
