package org.voicepact.evidence.entity;

/** What was read is not of the form that it must have; the message says where and why, without its content. */
public final class NotThisFormat extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  public NotThisFormat(String message) {
    super(message);
  }
}
