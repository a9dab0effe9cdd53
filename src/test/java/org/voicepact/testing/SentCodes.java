package org.voicepact.testing;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One-time codes, as the log gateway prints them. Each is in a message that leaves after the caller was answered. */
public final class SentCodes {

  /** In every message with a code, and in no other. */
  public static final String MARK = "Good for 5 minutes";

  private static final Pattern CODE = Pattern.compile("(?<![0-9-])[0-9]{6}(?![0-9-])");

  private SentCodes() {}

  /** The messages with a code that a number was sent, the oldest first. */
  public static List<String> messages(VoicePactServer server, String phone) {
    return server.messagesTo(phone, MARK);
  }

  /** Waits until a number was sent so many messages with a code, and reads the newest. */
  public static String await(VoicePactServer server, String phone, int count) {
    VoicePactServer.await(
        count + " codes for " + phone, () -> messages(server, phone).size() >= count);
    Matcher matcher = CODE.matcher(messages(server, phone).get(count - 1));
    if (!matcher.find()) {
      throw new AssertionError("a message without a code");
    }
    return matcher.group();
  }

  /** Six digits that are not the code. */
  public static String wrong(String code) {
    return code.equals("000000") ? "000001" : "000000";
  }
}
