package org.voicepact.platform.entity;

import java.util.List;

/**
 * A request that is understood as such but not carried out. The message is written for the caller,
 * so it never holds an inner name, an SQL text or another party's number. Each channel says it in its
 * own way: REST as a problem response, SMS as a text.
 *
 * <p>A refusal is thrown before anything is changed, or after a change that shall stay, such as the expiry
 * that a late answer finds. Use cases that throw one say so with {@code dontRollbackOn}.
 */
public abstract class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why, in terms that do not depend on a channel. */
  public enum Kind {
    /** It cannot be read: no JSON, no known query parameter value. */
    UNREADABLE,
    /** It can be read, but breaks a rule; {@link Refusal#faults()} lists all of them. */
    INVALID,
    /** The caller has not said who it is, or not in a way that counts. */
    UNAUTHENTICATED,
    FORBIDDEN,
    NOT_FOUND,
    /** The state of the thing does not allow it. */
    CONFLICT,
    /** The caller's {@code If-Match} names another state than the present one. */
    PRECONDITION_FAILED,
    TOO_LARGE,
    UNSUPPORTED_MEDIA_TYPE,
    /** It was tried too often; {@link TooManyRequests} says when to try again. */
    TOO_MANY_REQUESTS,
    /** Something that is needed for it does not answer at present. */
    UNAVAILABLE
  }

  private final Kind kind;
  private final transient List<Fault> faults;

  protected Refusal(Kind kind, String message, List<Fault> faults) {
    super(message, null, false, false);
    this.kind = kind;
    this.faults = List.copyOf(faults);
  }

  public Kind kind() {
    return kind;
  }

  /** All that is wrong with the input, in the order in which it was found; empty where no field is to blame. */
  public List<Fault> faults() {
    return faults;
  }
}
