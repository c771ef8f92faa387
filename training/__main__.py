"""Train the party model on the texts that we wrote, and write it where it is shipped: `make model`."""

from kg.extract.party_model import SHIPPED
from training.examples import WRITERS, examples
from training.fit import fit


def main() -> None:
    """Write the model."""
    texts = [example for path in WRITERS.values() for example in examples(path)]
    model = fit(texts)
    model.write(SHIPPED)
    print(f"{SHIPPED.name}: {len(model.weights)} weights from {len(texts)} texts")


if __name__ == "__main__":
    main()
