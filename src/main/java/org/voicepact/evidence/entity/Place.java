package org.voicepact.evidence.entity;

/**
 * Where an audit entry stands in its chain.
 *
 * @param chain see {@link Subject#chain}
 * @param number from 1 on, without gaps
 * @param previous the entry hash of the one before it in hex; {@link #NONE} for the first
 */
public record Place(String chain, int number, String previous) {

  /** Stands for the entry before the first. */
  public static final String NONE = "0".repeat(64);

  public static Place first(String chain) {
    return new Place(chain, 1, NONE);
  }
}
