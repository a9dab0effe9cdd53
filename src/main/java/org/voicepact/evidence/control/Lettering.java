package org.voicepact.evidence.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The letters of one document. DejaVu Sans has those of the languages of Africa that are written with Latin, Arabic or
 * N'Ko letters; of the letters that are drawn, and of no others, the document holds the outlines. What no font has, as
 * Ethiopic and most emoji, is drawn as {@link #REPLACEMENT}, so that it is seen that something is missing.
 */
final class Lettering {

  /** How bold a text is. */
  enum Weight {
    REGULAR("DejaVuSans.ttf"),
    BOLD("DejaVuSans-Bold.ttf");

    private final byte[] file;

    Weight(String name) {
      try (InputStream font = Lettering.class.getResourceAsStream(FOLDER + name)) {
        this.file = font.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** A white square, for each letter that no font has. */
  static final String REPLACEMENT = "\u25A1";

  private static final String FOLDER = "/net/sf/jasperreports/fonts/dejavu/";

  /** PDFBox measures in thousandths of the size. */
  private static final float UNITS = 1000;

  private record Font(PDType0Font drawn, CmapLookup letters) {
    boolean has(int letter) {
      return letters.getGlyphId(letter) != 0;
    }
  }

  private record Run(Font font, String text) {}

  private final Map<Weight, Font> fonts = new EnumMap<>(Weight.class);

  Lettering(PDDocument document) throws IOException {
    for (Weight weight : Weight.values()) {
      TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(weight.file));
      // Letters are drawn as they are, so that their widths are those that were measured.
      font.setEnableGsub(false);
      fonts.put(
          weight, new Font(PDType0Font.load(document, font, true), font.getUnicodeCmapLookup()));
    }
  }

  /** Whether a letter of the text is in no font. */
  boolean lacks(String text) {
    return !text.contains(REPLACEMENT) && drawn(text).contains(REPLACEMENT);
  }

  /** The width in points of a text of this size in points. */
  float width(String text, Weight weight, float size) {
    float width = 0;
    try {
      for (Run run : runs(text, weight)) {
        width += run.font().drawn().getStringWidth(run.text()) / UNITS * size;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return width;
  }

  /** Draws a text whose first letter begins where the page's coordinates are. */
  void show(PDPageContentStream page, String text, Weight weight, float size) throws IOException {
    for (Run run : runs(text, weight)) {
      page.setFont(run.font().drawn(), size);
      page.showText(run.text());
    }
  }

  private List<Run> runs(String text, Weight weight) {
    List<Run> runs = new ArrayList<>();
    StringBuilder letters = new StringBuilder();
    Font[] font = {null};
    drawn(text).codePoints().forEach(letter -> {
      Font next = fontOf(letter, weight);
      if (font[0] != null && font[0] != next) {
        runs.add(new Run(font[0], letters.toString()));
        letters.setLength(0);
      }
      font[0] = next;
      letters.appendCodePoint(letter);
    });
    if (font[0] != null) {
      runs.add(new Run(font[0], letters.toString()));
    }
    return runs;
  }

  /** The font of this weight where it has the letter or none has it. */
  private Font fontOf(int letter, Weight weight) {
    Font wanted = fonts.get(weight);
    return wanted.has(letter)
        ? wanted
        : fonts.values().stream().filter(font -> font.has(letter)).findFirst().orElse(wanted);
  }

  /** The text with letters that there are, in the order in which they are drawn. */
  private String drawn(String text) {
    StringBuilder drawn = new StringBuilder();
    VisualText.of(text).codePoints().forEach(letter -> drawn.append(drawn(letter)));
    return drawn.toString();
  }

  /** What no font has may be made of letters that one has, as ㎏ is. */
  private String drawn(int letter) {
    if (Character.isISOControl(letter)) {
      return " ";
    }
    String itself = Character.toString(letter);
    return Stream.of(itself, Normalizer.normalize(itself, Normalizer.Form.NFKC))
        .filter(candidate -> candidate.codePoints().allMatch(this::isInAFont))
        .findFirst()
        .orElse(REPLACEMENT);
  }

  private boolean isInAFont(int letter) {
    return fonts.values().stream().anyMatch(font -> font.has(letter));
  }
}
