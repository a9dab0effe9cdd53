package org.voicepact.evidence.entity;

/**
 * Who did what an audit entry tells of.
 *
 * @param name as the trail holds it: a kind and an id without personal data, at most 80 characters
 */
public record Actor(String name) {

  /** A caller who has not said who it is. */
  public static final Actor ANONYMOUS = new Actor("anonymous");

  /** The server by itself. */
  public static final Actor SYSTEM = new Actor("system");

  private static final int LONGEST = 80;

  public Actor {
    name = name.length() > LONGEST ? name.substring(0, LONGEST) : name;
  }

  public static Actor party(String commitment) {
    return new Actor("party:" + commitment);
  }

  /** Somebody with a phone number that is not known to be that person's, by an HMAC of it. */
  public static Actor stranger(String hmac) {
    return new Actor("stranger:" + hmac);
  }

  /** The holder of an API key, or of a token that was made with it. */
  public static Actor key(String id) {
    return new Actor("key:" + id);
  }

  /**
   * The holder of a token that somebody else has issued.
   *
   * @param pseudonym of the token's subject, which itself may be a name or an e-mail address
   */
  public static Actor token(String pseudonym) {
    return new Actor("token:" + pseudonym);
  }

  /**
   * Somebody in the office who is signed in.
   *
   * @param id of the operator, which is no name
   */
  public static Actor operator(String id) {
    return new Actor("operator:" + id);
  }
}
