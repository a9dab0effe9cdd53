/**
 * Is an incoming call genuine? Checks what gateways send, over the raw bytes, before anything is read:
 * HMAC signatures, secret tokens in the address, senders' addresses.
 */
package org.voicepact.webhook;
