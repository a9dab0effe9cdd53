package org.voicepact.fuzz;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** What a careless or a hostile caller writes where a value belongs. */
final class HostileValues {

  private static final List<String> TEXTS = List.of(
      "",
      " ",
      "\t\r\n",
      "\u0000",
      "a\u0000b",
      "\u0001\u001f\u007f",
      "\ud800",
      "\udc00\ud800",
      Octets.raw(0xFF),
      Octets.raw(0xC0, 0xAF),
      Octets.raw(0xED, 0xA0, 0x80),
      Octets.raw(0xF4, 0x90, 0x80, 0x80),
      "\u202eabc\u202c",
      "e" + "\u0301".repeat(300),
      "\ufeff",
      "\uffff",
      "\ud83d\udc69\u200d\ud83c\udf3e",
      "\u0645\u0631\u062d\u0628\u0627",
      "../../../../etc/passwd",
      "..\\..\\server.xml",
      "%00",
      "%2e%2e%2f",
      "%ZZ",
      "a\r\nSet-Cookie: x=y",
      "' or '1'='1",
      "'; drop table contract; --",
      "\\",
      "\"",
      "%' escape '",
      "<script>alert(1)</script>",
      "\"><img src=x onerror=alert(1)>",
      "${jndi:ldap://localhost/a}",
      "#{7*7}",
      "{{7*7}}",
      "%s%n%x",
      "null",
      "undefined",
      "true",
      "NaN",
      "Infinity",
      "-0",
      "-1",
      "0",
      "1e400",
      "1E-400",
      "0x1F",
      "1_000",
      "1,000.50",
      "\u0661\u0662\u0663",
      "2147483648",
      "-2147483649",
      "9223372036854775808",
      "9".repeat(400),
      "2026-02-30",
      "0000-00-00T00:00:00Z",
      "-0001-01-01T00:00:00Z",
      "+999999999-12-31T23:59:59Z",
      "+1000000000-12-31T23:59:59Z",
      "9999-12-31T23:59:60Z",
      "2026-01-01T00:00:00+25:00",
      "+254",
      "+",
      "tel:+254712345678",
      "+254712345678;ext=5",
      "00254712345678",
      "+\u0662\u0665\u0664712345678",
      "+99999999999999999",
      "AG-0000-000",
      "ag-2026-000001",
      "AG-2026-999999999999",
      "AG-2026-0000000000001",
      "x".repeat(201),
      "x".repeat(1_001),
      "\u20ac".repeat(5_000));

  /** What is well-formed JSON but seldom what is wanted, and what is not even that. */
  private static final List<String> JSON = List.of(
      "null",
      "true",
      "{}",
      "[]",
      "[null]",
      "[[]]",
      "0",
      "-0",
      "-0.0",
      "-1",
      "1.5",
      "1e400",
      "-1e400",
      "1e-400",
      "1e999999999",
      "1E-999999999",
      "9".repeat(400),
      "0." + "3".repeat(400),
      "2147483648",
      "9223372036854775808",
      "NaN",
      "Infinity",
      "01",
      "1.",
      "+1",
      "'x'",
      "undefined",
      "\"\\ud800\"",
      "\"\\u0000\"",
      "\"\\x\"",
      "\"\u0001\"",
      "\"",
      "{\"a\": 1, \"a\": 2}",
      "{\"\": {\"\u0000\": 1}}",
      "{\"__proto__\": {\"a\": 1}}",
      "{\"@type\": \"x\"}",
      "[".repeat(200) + "]".repeat(200),
      "[".repeat(3_000) + "]".repeat(3_000),
      "{\"a\":".repeat(300) + "1" + "}".repeat(300),
      "[" + "1,".repeat(3_000) + "1]");

  private HostileValues() {}

  static Arbitrary<String> texts() {
    return Arbitraries.of(TEXTS);
  }

  static Arbitrary<String> json() {
    return Arbitraries.oneOf(Arbitraries.of(JSON), texts().map(HostileValues::quoted));
  }

  /** As a JSON string; what cannot stand in one as it is, is escaped. */
  static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (char each : text.toCharArray()) {
      if (each == '"' || each == '\\') {
        json.append('\\').append(each);
      } else if (each < ' ' || Character.isSurrogate(each)) {
        json.append(String.format("\\u%04x", (int) each));
      } else {
        json.append(each);
      }
    }
    return json.append('"').toString();
  }
}
