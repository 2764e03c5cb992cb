import io.github.cdkhardened.*;
import java.util.List;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.s3.Bucket;

/** Apps that violate the rules of the guide, which are compiled beside this as they stand there. */
public class OwnRules {
    public static void main(String[] args) {
        App app = new App();
        Stack stack = new Stack(app, "Shop");
        switch (args[0]) {
            case "acme/bucket-prefix" -> {
                Statements.run(app);
                Bucket.Builder.create(stack, "Orders").bucketName("orders").build();
            }
            case "acme/memory-fits-timeout" -> {
                Guardrails.enforce(app, GuardrailsProps.builder()
                    .ruleSets(List.of(RuleSet.of(new MemoryFitsTimeout())))
                    .modes(List.of(RuleMode.ofRules(EnforcementMode.BLOCK, "*")))
                    .build());
                Function.Builder.create(stack, "Import")
                    .runtime(Runtime.NODEJS_22_X).handler("index.handler").code(Code.fromInline("1")).timeout(Duration.minutes(5)).memorySize(256)
                    .build();
            }
            default -> throw new IllegalArgumentException(args[0]);
        }
        app.synth();
    }
}
