package org.voicepact.payment.entity;

/** Which way the money goes. */
public enum Direction {
  /** A person pays. */
  COLLECTION,
  /** A person is paid. */
  PAYOUT
}
