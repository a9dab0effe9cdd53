package org.voicepact.evidence.control;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Map;
import javax.xml.transform.TransformerException;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.apache.xmpbox.XMPMetadata;
import org.apache.xmpbox.schema.AdobePDFSchema;
import org.apache.xmpbox.schema.DublinCoreSchema;
import org.apache.xmpbox.schema.PDFAIdentificationSchema;
import org.apache.xmpbox.schema.XMPBasicSchema;
import org.apache.xmpbox.type.BadFieldValueException;
import org.apache.xmpbox.xml.XmpSerializer;
import org.voicepact.evidence.entity.CertificateContent;
import org.voicepact.platform.control.Sha256;

/**
 * What makes a document one of PDF/A-3b (ISO 19005-3), which can be read in decades and may carry a file. Nothing of it
 * is of this moment, so that the same content gives the same bytes.
 */
final class ArchivalPdf {

  private static final float PDF_VERSION = 1.7f;
  private static final int PDF_A_PART = 3;
  private static final String PDF_A_CONFORMANCE = "B";
  private static final String MAKER = "VoicePact";
  private static final String SRGB = "sRGB IEC61966-2.1";

  /** In bytes. */
  private static final int ID_LENGTH = 16;

  private final PDDocument document;
  private final Calendar madeAt;

  ArchivalPdf(PDDocument document, Instant madeAt) {
    this.document = document;
    this.madeAt = GregorianCalendar.from(madeAt.atZone(ZoneOffset.UTC));
  }

  /** Says what the document is, for people and for archives. */
  void describe(CertificateContent content) throws IOException {
    String title = content.title() + " " + content.contractId();
    document.setVersion(PDF_VERSION);
    document.getDocumentCatalog().setLanguage(content.language().wire());
    PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
    preferences.setDisplayDocTitle(true);
    document.getDocumentCatalog().setViewerPreferences(preferences);
    PDDocumentInformation information = new PDDocumentInformation();
    information.setTitle(title);
    information.setCreator(MAKER);
    information.setProducer(MAKER);
    information.setCreationDate(madeAt);
    information.setModificationDate(madeAt);
    document.setDocumentInformation(information);
    PDMetadata metadata = new PDMetadata(document);
    metadata.importXMPMetadata(xmp(title));
    document.getDocumentCatalog().setMetadata(metadata);
    setColours();
  }

  private byte[] xmp(String title) throws IOException {
    XMPMetadata xmp = XMPMetadata.createXMPMetadata();
    DublinCoreSchema dublinCore = xmp.createAndAddDublinCoreSchema();
    dublinCore.setTitle(title);
    dublinCore.setFormat("application/pdf");
    XMPBasicSchema basic = xmp.createAndAddXMPBasicSchema();
    basic.setCreatorTool(MAKER);
    basic.setCreateDate(madeAt);
    basic.setModifyDate(madeAt);
    AdobePDFSchema pdf = xmp.createAndAddAdobePDFSchema();
    pdf.setProducer(MAKER);
    PDFAIdentificationSchema archive = xmp.createAndAddPDFAIdentificationSchema();
    ByteArrayOutputStream packet = new ByteArrayOutputStream();
    try {
      archive.setPart(PDF_A_PART);
      archive.setConformance(PDF_A_CONFORMANCE);
      new XmpSerializer().serialize(xmp, packet, true);
    } catch (BadFieldValueException | TransformerException e) {
      throw new IOException(e);
    }
    return packet.toByteArray();
  }

  /** What the numbers of colours mean. The profile is the one that comes with Java. */
  private void setColours() throws IOException {
    byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    PDOutputIntent intent = new PDOutputIntent(document, new ByteArrayInputStream(profile));
    intent.setInfo(SRGB);
    intent.setOutputCondition(SRGB);
    intent.setOutputConditionIdentifier(SRGB);
    document.getDocumentCatalog().addOutputIntent(intent);
  }

  /** Puts a JSON file into the document; readers show it in their list of attachments. */
  void attach(String name, byte[] json) throws IOException {
    PDEmbeddedFile file = new PDEmbeddedFile(document, new ByteArrayInputStream(json));
    file.setSubtype("application/json");
    file.setSize(json.length);
    file.setCreationDate(madeAt);
    file.setModDate(madeAt);
    PDComplexFileSpecification specification = new PDComplexFileSpecification();
    specification.setFile(name);
    specification.setFileUnicode(name);
    specification.setEmbeddedFile(file);
    specification.setEmbeddedFileUnicode(file);
    specification.getCOSObject().setName(COSName.getPDFName("AFRelationship"), "Data");
    PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
    files.setNames(Map.of(name, specification));
    PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
    names.setEmbeddedFiles(files);
    document.getDocumentCatalog().setNames(names);
    COSArray associated = new COSArray();
    associated.add(specification);
    document.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("AF"), associated);
  }

  /**
   * Gives the document its identifier (ISO 32000-1, 14.4), which PDFBox would make of the time.
   *
   * @param hash of what it certifies, in hex
   */
  void identify(String hash) {
    String seed = hash + " " + madeAt.toInstant();
    byte[] id = Arrays.copyOf(Sha256.of(seed.getBytes(StandardCharsets.UTF_8)), ID_LENGTH);
    COSArray identifiers = new COSArray();
    identifiers.add(new COSString(id));
    identifiers.add(new COSString(id));
    document.getDocument().setDocumentID(identifiers);
  }
}
