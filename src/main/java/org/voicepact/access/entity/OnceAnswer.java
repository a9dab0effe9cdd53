package org.voicepact.access.entity;

/**
 * An answer that a repeat of its request gets again.
 *
 * @param status of HTTP
 * @param json without personal data
 */
public record OnceAnswer(int status, String json) {}
