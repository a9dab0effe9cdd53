package org.voicepact.evidence.control;

import static org.voicepact.evidence.control.CertificatePages.HEIGHT;
import static org.voicepact.evidence.control.CertificatePages.LEADING;
import static org.voicepact.evidence.control.CertificatePages.LEFT;
import static org.voicepact.evidence.control.CertificatePages.WIDTH;

import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.voicepact.evidence.control.Lettering.Weight;
import org.voicepact.evidence.entity.CertificateContent;
import org.voicepact.evidence.entity.CertificateContent.Fingerprint;
import org.voicepact.evidence.entity.CertificateContent.Note;

/**
 * Draws certificates: one or two sheets of A4 as PDF/A-3b, with the proof as an attachment. The same content and proof
 * give the same bytes.
 */
@Singleton
public class DrawingCertificate {

  private static final float TITLE_SIZE = 19;
  private static final float SIZE = 9;
  private static final float HASH_SIZE = 12;
  private static final float CODE = 118;
  private static final float CAPTION_SIZE = 7;
  private static final float HEADER = 166;
  private static final float LABELS = 96;
  private static final int GROUP = 4;
  private static final int GROUPS_IN_A_LINE = 8;

  /** The part of the space that is kept for what is cut first. */
  private static final float RESERVED = 0.25f;

  /** A sheet that is being written, and what it shall say. */
  private record Work(CertificateContent content, CertificatePages pages, List<Note> notes) {}

  /**
   * @param proof the file that proves what the certificate says; JSON
   * @return the PDF file
   */
  public byte[] draw(CertificateContent content, byte[] proof) {
    try (PDDocument document = new PDDocument()) {
      ArchivalPdf archive = new ArchivalPdf(document, content.madeAt());
      archive.describe(content);
      Lettering lettering = new Lettering(document);
      write(new Work(
          content,
          new CertificatePages(document, lettering, content.watermark()),
          notes(content, lettering)));
      archive.attach("proof-" + content.contractId() + ".json", proof);
      archive.identify(content.fingerprint().hash());
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      document.save(file);
      return file.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Note> notes(CertificateContent content, Lettering lettering) {
    List<Note> notes = new ArrayList<>(content.notes());
    if (content.values().anyMatch(lettering::lacks)) {
      notes.add(new Note("", content.missing()));
    }
    return notes;
  }

  private static void write(Work work) throws IOException {
    drawHeader(work);
    List<CertificateTable> tables = work.content().tables().stream()
        .map(table -> new CertificateTable(work.pages(), table))
        .toList();
    float space = 2 * HEIGHT - HEADER - endHeight(work) - lostAtTheBreak(tables);
    Map<Boolean, Float> spaces = spaces(tables, space);
    for (CertificateTable table : tables) {
      table.draw(spaces.get(table.isCutFirst()));
    }
    work.pages().need(endHeight(work));
    drawFingerprint(work);
    for (Note note : work.notes()) {
      drawNote(work.pages(), note);
    }
    String subject = work.content().title() + " · " + work.content().contractId();
    work.pages().finish(subject, work.content().page());
  }

  private static float lostAtTheBreak(List<CertificateTable> tables) {
    return (float)
        tables.stream().mapToDouble(CertificateTable::lostAtABreak).max().orElse(0);
  }

  /**
   * The most that each table may take, so that all of them together fit.
   *
   * @return for tables that are cut first, and for the others
   */
  private static Map<Boolean, Float> spaces(List<CertificateTable> tables, float space) {
    double headings =
        tables.stream().mapToDouble(CertificateTable::headingHeight).sum();
    float rows = space - (float) headings;
    List<Float> first = needs(tables, true);
    List<Float> others = needs(tables, false);
    float reserved = Math.min(total(first, Float.MAX_VALUE), rows * RESERVED);
    float share = fairShare(others, rows - reserved);
    return Map.of(true, fairShare(first, rows - total(others, share)), false, share);
  }

  private static List<Float> needs(List<CertificateTable> tables, boolean isCutFirst) {
    return tables.stream()
        .filter(table -> table.isCutFirst() == isCutFirst)
        .map(CertificateTable::rowsHeight)
        .sorted()
        .toList();
  }

  private static float total(List<Float> needs, float most) {
    return (float) needs.stream().mapToDouble(need -> Math.min(need, most)).sum();
  }

  /**
   * The most that one may take so that all fit: the longest are cut, the others are whole.
   *
   * @param needs the smallest first
   */
  private static float fairShare(List<Float> needs, float space) {
    float left = space;
    for (int i = 0; i < needs.size(); i++) {
      float share = left / (needs.size() - i);
      if (needs.get(i) > share) {
        return share;
      }
      left -= needs.get(i);
    }
    return space;
  }

  private static void drawHeader(Work work) throws IOException {
    CertificatePages pages = work.pages();
    CertificateContent content = work.content();
    float top = pages.y();
    float code = LEFT + WIDTH - CODE;
    new QrCode(content.link().url()).draw(pages.sheet(), code, top - CODE, CODE);
    pages.write(List.of("VoicePact"), Weight.BOLD, SIZE, LEFT);
    pages.down(SIZE * LEADING + 4);
    pages.write(List.of(content.title()), Weight.BOLD, TITLE_SIZE, LEFT);
    pages.down(TITLE_SIZE * LEADING + 8);
    for (List<String> fact : content.facts()) {
      pages.writeFaintly(List.of(fact.get(0)), SIZE, LEFT);
      pages.write(
          pages.lines(fact.get(1), Weight.BOLD, SIZE, WIDTH - CODE - LABELS, 1),
          Weight.BOLD,
          SIZE,
          LEFT + LABELS);
      pages.down(SIZE * LEADING + 2);
    }
    pages.down(pages.y() - (top - CODE));
    pages.writeFaintly(
        pages.lines(content.link().caption(), Weight.REGULAR, CAPTION_SIZE, CODE - 14, 3),
        CAPTION_SIZE,
        code + 9);
    pages.down(HEADER - CODE);
    pages.rule(1, true);
  }

  private static float endHeight(Work work) {
    return fingerprintHeight()
        + (float) work.notes().stream()
            .mapToDouble(note -> noteHeight(work.pages(), note))
            .sum();
  }

  private static float fingerprintHeight() {
    return 12
        + CertificateTable.HEADING_SIZE * LEADING
        + 6
        + 2 * HASH_SIZE * LEADING
        + SIZE * LEADING
        + 6;
  }

  /** In groups, as people read it to each other. */
  private static void drawFingerprint(Work work) throws IOException {
    CertificatePages pages = work.pages();
    Fingerprint fingerprint = work.content().fingerprint();
    pages.down(12);
    pages.write(List.of(fingerprint.heading()), Weight.BOLD, CertificateTable.HEADING_SIZE, LEFT);
    pages.down(CertificateTable.HEADING_SIZE * LEADING);
    pages.rule(0.6f, false);
    pages.down(6);
    String hash = fingerprint.hash();
    float step = WIDTH / GROUPS_IN_A_LINE;
    for (int from = 0; from < hash.length(); from += GROUP * GROUPS_IN_A_LINE) {
      for (int i = 0; i < GROUPS_IN_A_LINE; i++) {
        int at = from + i * GROUP;
        pages.write(
            List.of(hash.substring(at, at + GROUP)), Weight.BOLD, HASH_SIZE, LEFT + i * step);
      }
      pages.down(HASH_SIZE * LEADING);
    }
    pages.writeFaintly(List.of(fingerprint.algorithm()), SIZE, LEFT);
    pages.down(SIZE * LEADING + 6);
  }

  private static float noteHeight(CertificatePages pages, Note note) {
    int lines = text(pages, note).size() + (note.heading().isEmpty() ? 0 : 1);
    return lines * SIZE * LEADING + 6;
  }

  private static List<String> text(CertificatePages pages, Note note) {
    return pages.lines(note.text(), Weight.REGULAR, SIZE, WIDTH, 12);
  }

  private static void drawNote(CertificatePages pages, Note note) throws IOException {
    if (!note.heading().isEmpty()) {
      pages.write(List.of(note.heading()), Weight.BOLD, SIZE, LEFT);
      pages.down(SIZE * LEADING);
    }
    List<String> text = text(pages, note);
    pages.write(text, Weight.REGULAR, SIZE, LEFT);
    pages.down(text.size() * SIZE * LEADING + 6);
  }
}
