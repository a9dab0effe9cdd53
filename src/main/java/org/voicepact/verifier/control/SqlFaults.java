package org.voicepact.verifier.control;

import java.sql.SQLException;
import java.util.Map;

/** Why a database cannot be read, in words. */
final class SqlFaults {

  private static final String WRONG_USER = "user or password is wrong";
  private static final String NO_RIGHT = "the user may not read what must be checked";
  private static final String NOT_OURS = "this is no database of VoicePact with an audit log";
  private static final String NO_DATABASE = "there is no such database";
  private static final String UNREACHABLE = "the database cannot be reached";

  /** By SQLSTATE; those of five digits are H2's own. */
  private static final Map<String, String> WORDS = Map.ofEntries(
      Map.entry("90020", "a running server has it open; stop the server or verify a copy"),
      Map.entry("90146", NO_DATABASE),
      Map.entry("3D000", NO_DATABASE),
      Map.entry("28000", WRONG_USER),
      Map.entry("28P01", WRONG_USER),
      Map.entry("90096", NO_RIGHT),
      Map.entry("42501", NO_RIGHT),
      Map.entry("42P01", NOT_OURS),
      Map.entry("42703", NOT_OURS),
      Map.entry("42S02", NOT_OURS),
      Map.entry("42S22", NOT_OURS),
      Map.entry("08001", UNREACHABLE),
      Map.entry("08004", UNREACHABLE),
      Map.entry("08006", UNREACHABLE));

  private SqlFaults() {}

  static String inWords(SQLException fault) {
    return WORDS.getOrDefault(
        String.valueOf(fault.getSQLState()),
        "the database cannot be read (SQLSTATE " + fault.getSQLState() + ")");
  }
}
