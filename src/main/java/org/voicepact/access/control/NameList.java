package org.voicepact.access.control;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.voicepact.platform.control.SettingList;

/** Names of methods or header fields, separated by commas, or {@code *} for all. */
record NameList(List<String> names, boolean all) {

  private static final String ALL = "*";

  /** A token of RFC 9110, 5.6.2. */
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}");

  /**
   * @param setting the name of the setting, for the message
   * @throws IllegalStateException where it is no such list
   */
  static NameList read(String setting, Optional<String> value) {
    List<String> names = SettingList.parts(value.orElse(""));
    boolean all = names.equals(List.of(ALL));
    if (names.isEmpty()
        || !all && !names.stream().allMatch(name -> isToken(name) && !name.equals(ALL))) {
      throw new IllegalStateException(setting + " must be names separated by commas, or * alone");
    }
    return new NameList(names, all);
  }

  NameList inUpperCase() {
    return new NameList(
        names.stream().map(name -> name.toUpperCase(Locale.ROOT)).distinct().toList(), all);
  }

  /**
   * The list as a preflight is told. The asterisk itself is no answer where credentials are sent, so {@code *} gives
   * back the names that were asked for.
   */
  String answer(String asked) {
    return all
        ? SettingList.parts(asked).stream()
            .filter(NameList::isToken)
            .collect(Collectors.joining(", "))
        : String.join(", ", names);
  }

  private static boolean isToken(String name) {
    return TOKEN.matcher(name).matches();
  }
}
