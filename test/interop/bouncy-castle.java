import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.CMSSignedDataStreamGenerator;
import org.bouncycastle.cms.SignerInfoGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * Signs with Bouncy Castle. Each line of the input is `form algorithm key content certificate,...`, the last three in base64,
 * the certificate of the signer first; each line of the output is a message in base64.
 */
class BouncyCastle {
  public static void main(String[] arguments) throws Exception {
    BufferedReader input = new BufferedReader(new InputStreamReader(System.in));
    for (String line = input.readLine(); line != null; line = input.readLine()) {
      System.out.println(Base64.getEncoder().encodeToString(sign(line.split(" "))));
    }
  }

  static byte[] sign(String[] question) throws Exception {
    String form = question[0];
    byte[] content = decode(question[3]);
    List<X509Certificate> certificates = new ArrayList<>();
    for (String text : question[4].split(",")) {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      certificates.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(decode(text))));
    }
    SignerInfoGenerator signer = signerOf(form, question[1], question[2], certificates.get(0));
    if (form.equals("stream")) {
      CMSSignedDataStreamGenerator generator = new CMSSignedDataStreamGenerator();
      generator.addSignerInfoGenerator(signer);
      generator.addCertificates(new JcaCertStore(certificates));
      generator.setBufferSize(100);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (OutputStream stream = generator.open(bytes, true)) {
        stream.write(content);
      }
      return bytes.toByteArray();
    }
    CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
    generator.addSignerInfoGenerator(signer);
    generator.addCertificates(new JcaCertStore(certificates));
    String encoding = form.equals("DER") ? ASN1Encoding.DER : ASN1Encoding.BER;
    return generator.generate(new CMSProcessableByteArray(content), true).getEncoded(encoding);
  }

  static SignerInfoGenerator signerOf(String form, String algorithm, String key, X509Certificate certificate)
      throws Exception {
    ContentSigner signer = new JcaContentSignerBuilder(algorithm).build(readKey(certificate, key));
    SignerInfoGeneratorBuilder builder =
        new SignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build());
    builder.setDirectSignature(form.equals("direct"));
    if (form.equals("identifier")) {
      JcaX509ExtensionUtils utilities = new JcaX509ExtensionUtils();
      return builder.build(signer, utilities.createSubjectKeyIdentifier(certificate.getPublicKey()).getKeyIdentifier());
    }
    return builder.build(signer, new JcaX509CertificateHolder(certificate));
  }

  static PrivateKey readKey(X509Certificate certificate, String key) throws Exception {
    KeyFactory factory = KeyFactory.getInstance(certificate.getPublicKey().getAlgorithm());
    return factory.generatePrivate(new PKCS8EncodedKeySpec(decode(key)));
  }

  static byte[] decode(String text) {
    return Base64.getDecoder().decode(text);
  }
}
