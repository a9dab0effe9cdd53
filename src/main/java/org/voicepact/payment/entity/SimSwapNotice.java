package org.voicepact.payment.entity;

/**
 * A late answer about the card of a number.
 *
 * @param reference of the question
 */
public record SimSwapNotice(String reference, SimSwap swap) {}
