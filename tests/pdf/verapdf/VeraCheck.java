import java.io.File;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Asks the veraPDF engine whether files keep to a flavour of PDF.
 *
 * <p>Arguments: flavours with commas between ("ua1,2a"), then files. Prints, with tabs between: "checked", file,
 * flavour, number of checks; and for each check that failed: "failed", file, flavour, clause and test, message.
 */
public class VeraCheck {
    public static void main(String[] arguments) throws Exception {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        for (int i = 1; i < arguments.length; i++) {
            for (String flavour : arguments[0].split(",")) {
                check(new File(arguments[i]), PDFAFlavour.byFlavourId(flavour));
            }
        }
    }

    private static void check(File file, PDFAFlavour flavour) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            print("checked", file, flavour, String.valueOf(result.getTotalAssertions()));
            for (TestAssertion assertion : result.getTestAssertions()) {
                if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                    String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
                    print("failed", file, flavour, rule + "\t" + assertion.getMessage());
                }
            }
        }
    }

    private static void print(String what, File file, PDFAFlavour flavour, String rest) {
        System.out.println(what + "\t" + file.getName() + "\t" + flavour.getId() + "\t" + rest);
    }
}
