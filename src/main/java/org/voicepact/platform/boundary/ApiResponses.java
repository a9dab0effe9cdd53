package org.voicepact.platform.boundary;

/** The names of the problem responses that several operations share, for their documentation. */
public final class ApiResponses {

  public static final String UNREADABLE = "Unreadable";
  public static final String UNAUTHORIZED = "Unauthorized";
  public static final String FORBIDDEN = "Forbidden";
  public static final String NOT_FOUND = "NotFound";
  public static final String NOT_ACCEPTABLE = "NotAcceptable";
  public static final String CONFLICT = "Conflict";
  public static final String PRECONDITION_FAILED = "PreconditionFailed";
  public static final String TOO_LARGE = "TooLarge";
  public static final String UNSUPPORTED = "UnsupportedMediaType";
  public static final String INVALID = "Invalid";
  public static final String TOO_MANY_REQUESTS = "TooManyRequests";
  public static final String UNAVAILABLE = "Unavailable";

  private ApiResponses() {}
}
