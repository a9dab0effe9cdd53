package org.voicepact.payment.entity;

/**
 * Who carries money.
 *
 * @param provider by its name
 * @param isReal false where the provider is one to try with, or its sandbox: no money moves by it
 */
public record Carrier(String provider, boolean isReal) {}
