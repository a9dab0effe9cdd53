import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.voicepact.sms.control.SmsCommandParser;

/** Parses hostile texts of full length, 10,000 in each round, and prints how long each round took. */
public class SmsParserSpeed {

  private static final String[] PARTS = {
    "YES-AG-2026-000123", "YES", "NO-", "000", "-", " ", "9999999999999", "\uFDFA", "\uD83D\uDC4D", "\u200B", "?", "AG", "2026"
  };

  public static void main(String[] arguments) {
    Random random = new Random(1);
    List<String> texts = new ArrayList<>();
    while (texts.size() < 10_000) {
      StringBuilder text = new StringBuilder();
      while (text.length() < 480) {
        text.append(PARTS[random.nextInt(PARTS.length)]);
      }
      texts.add(text.toString());
    }
    for (int round = 1; round <= 5; round++) {
      long start = System.nanoTime();
      texts.forEach(SmsCommandParser::parse);
      System.out.printf("round %d: 10,000 texts in %d ms%n", round, (System.nanoTime() - start) / 1_000_000);
    }
  }
}
