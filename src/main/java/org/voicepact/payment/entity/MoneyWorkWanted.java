package org.voicepact.payment.entity;

/** Event: there is something to tell a provider, or to ask it, once this transaction is over. */
public record MoneyWorkWanted() {}
