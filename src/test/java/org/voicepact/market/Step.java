package org.voicepact.market;

import java.util.Random;

/**
 * Something that somebody does on a market day: who, with which contract, and how it is typed come from the seed.
 *
 * @param what is done
 * @param bargain which contract, of those that there are
 * @param seed of all else
 */
record Step(What what, int bargain, long seed) {

  /** What people do. */
  enum What {
    YES,
    NO,
    DELIVERED,
    ACCEPT,
    DISPUTE,
    /** What moves the contract on, whatever that is at the time. */
    GO_ON,
    MENU,
    ASK,
    CHATTER
  }

  Random random() {
    return new Random(seed);
  }
}
