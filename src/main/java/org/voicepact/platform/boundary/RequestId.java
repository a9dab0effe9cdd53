package org.voicepact.platform.boundary;

import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import java.util.regex.Pattern;

/** The id under which one request is found in answers and in the log. */
@RequestScoped
public class RequestId {

  static final String HEADER = "X-Request-Id";
  private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private String value;

  /** Takes the caller's id where it is harmless; else one is made. */
  void accept(String fromCaller) {
    if (fromCaller != null && ACCEPTED.matcher(fromCaller).matches()) {
      value = fromCaller;
    }
  }

  public String value() {
    if (value == null) {
      value = UUID.randomUUID().toString();
    }
    return value;
  }
}
