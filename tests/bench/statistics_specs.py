"""How many of the peer's own cases our extractor answers as the peer promises.

    python tests/bench/statistics_specs.py Date --misses

Without a model's name every model is counted.
"""

from pathlib import Path

import click
from statistics_cases import FILES, Case, agree, cases
from statistics_ours import ours

SPECS = Path(__file__).parents[3] / "shared" / "specs" / "recognizers-text"


def misses(model: str, known: list[Case]) -> list[Case]:
    """Return the cases of a model that ours answers otherwise."""
    return [case for case in known if not agree(ours(model, case.text, case.reference), case.answers)]


@click.command()
@click.argument("models", nargs=-1, type=click.Choice(list(FILES)))
@click.option("--specs", default=SPECS, type=click.Path(path_type=Path), help="The folder of cases.")
@click.option("--misses", "listed", is_flag=True, help="List the cases that were answered otherwise.")
def main(models: tuple[str, ...], specs: Path, listed: bool) -> None:
    """Count, and list what was missed."""
    if not specs.is_dir():
        raise click.ClickException(f"The peer's cases are not in {specs}.")
    for model in models or FILES:
        known = cases(specs, model)
        missed = misses(model, known)
        print(f"{model}: {len(known) - len(missed)} of {len(known)}, {1 - len(missed) / len(known):.1%}")
        for case in missed if listed else ():
            print("  ", repr(case.text), case.reference)
            print("      wanted", *((answer.text, answer.values, answer.unit) for answer in case.answers))
            print(
                "      got   ",
                *((each.text, each.values, each.unit) for each in ours(model, case.text, case.reference)),
            )


if __name__ == "__main__":
    main()
