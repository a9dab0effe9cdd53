package org.voicepact.platform.entity;

/**
 * One thing that is wrong with an input.
 *
 * @param pointer where: a JSON pointer (RFC 6901) into the body, as {@code /parties/0/phone_number},
 *     or the name of a query parameter or form field
 * @param detail what is wrong and what is allowed, in words for the caller; never the caller's own
 *     text, so that nothing hostile is echoed
 */
public record Fault(String pointer, String detail) {}
